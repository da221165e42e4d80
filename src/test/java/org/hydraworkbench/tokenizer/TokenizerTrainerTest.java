package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.tokenizer.TokenizerTrainer.Kind;
import org.hydraworkbench.tokenizer.TokenizerTrainer.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTrainerTest {

    private static final Options SMALL =
            Options.defaults().withVocabularySize(1500).withCharacterCoverage(1).withThreads(2);

    private static final class Watch implements Progress {
        final List<String> log = new ArrayList<>();
        boolean cancelled;

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {
            log.add(line);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    private static String golden(Kind kind) {
        return kind == Kind.BYTE_LEVEL ? "byte-level.json.gz" : "sentencepiece.json.gz";
    }

    private static TokenizerTrainer.Outcome train(List<String> lines, Options options, Path folder) throws Exception {
        return TokenizerTrainer.train(lines.stream(), options, folder, Progress.none());
    }

    private static JsonObject model(Path folder) throws Exception {
        return JsonParser.parseString(Files.readString(folder.resolve("tokenizer.json")))
                .getAsJsonObject()
                .getAsJsonObject("model");
    }

    private static List<List<String>> merges(Path folder) throws Exception {
        List<List<String>> merges = new ArrayList<>();
        for (var merge : model(folder).getAsJsonArray("merges")) {
            JsonArray pair = merge.getAsJsonArray();
            merges.add(List.of(pair.get(0).getAsString(), pair.get(1).getAsString()));
        }
        return merges;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void mergesAreThoseOfTheTokenizersLibrarysTrainer(Kind kind, @TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL.withKind(kind), folder);
        assertThat(merges(folder)).isEqualTo(Golden.read(golden(kind)).merges());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void encodesAndDecodesLikeTheLibrary(Kind kind, @TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL.withKind(kind), folder);
        List<String> texts = Golden.texts();
        List<Golden.Line> golden = Golden.read(golden(kind)).lines();
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (int i = 0; i < texts.size(); i++) {
                assertThat(tokenizer.encodeIds(texts.get(i))).as(texts.get(i)).isEqualTo(golden.get(i).ids());
                assertThat(tokenizer.decode(golden.get(i).ids(), false)).isEqualTo(golden.get(i).decoded());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void decodingGivesTheComposedTextBack(Kind kind, @TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL.withKind(kind).withVocabularySize(800), folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (String text : Golden.texts()) {
                assertThat(tokenizer.decode(tokenizer.encodeIds(text), true))
                        .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theTrainersOwnTokenCountIsThatOfEncoding(Kind kind, @TempDir Path folder) throws Exception {
        long tokens = train(Golden.training(), SMALL.withKind(kind), folder).tokens();
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            long encoded = 0;
            for (String line : Golden.training()) {
                encoded += tokenizer.encodeIds(line).length;
            }
            assertThat(tokens).isEqualTo(encoded);
        }
    }

    @Test
    void theOutcomeDoesNotDependOnThreadsOrOnTheOrderOfLines(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("text");
        List<String> lines = Golden.training();
        try (var out = Files.newBufferedWriter(file)) {
            for (int copy = 0; copy < 60; copy++) {
                for (String line : lines) {
                    out.write(line + "\n");
                }
            }
        }
        TokenizerTrainer.train(List.of(file), SMALL.withThreads(4), folder.resolve("a"), Progress.none());
        List<String> many = new ArrayList<>();
        for (int copy = 0; copy < 60; copy++) {
            many.addAll(lines.reversed());
        }
        train(many, SMALL.withThreads(1), folder.resolve("b"));
        assertThat(folder.resolve("a/tokenizer.json")).hasSameTextualContentAs(folder.resolve("b/tokenizer.json"));
    }

    @Test
    void mergesByHand(@TempDir Path folder) throws Exception {
        // ▁aaab ×2, ▁aab ×1: pairs aa 5, ab 3, ▁a 3; then ▁aa 3 (lesser left symbol is a: aa+a 2, aa+b 1)
        train(List.of("aaab", "aaab", "aab"), Options.defaults().withVocabularySize(270).withThreads(1), folder);
        assertThat(merges(folder).getFirst()).containsExactly("a", "a");
        assertThat(merges(folder).get(1)).containsExactly("▁", "aa");
        assertThat(merges(folder).get(2)).containsExactly("a", "b");
    }

    @Test
    void piecesNeverCrossBordersOfLettersDigitsAndPunctuation(@TempDir Path folder) throws Exception {
        List<String> lines = java.util.Collections.nCopies(50, "it's x2y 12-34 (end). <0x41>  two");
        train(lines, Options.defaults().withVocabularySize(600).withThreads(1), folder);
        for (List<String> merge : merges(folder)) {
            assertThat(merge.get(0) + merge.get(1)).matches("▁*(\\p{L}+|\\p{N}|[^▁\\p{L}\\p{N}]+)?");
        }
    }

    @Test
    void onlyTheFourRolesAreAddedTokensAndBytesAreOrdinary(@TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL, folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.special().ids().toArray()).containsExactly(0, 1, 2, 3);
            assertThat(tokenizer.special().pad()).hasValue(3);
            assertThat(tokenizer.isByte(4)).isTrue();
            assertThat(tokenizer.isSpecial(4)).isFalse();
            assertThat(tokenizer.piece(4 + 0x41)).isEqualTo("<0x41>");
            assertThat(tokenizer.encodeIds("<0x41>")).doesNotContain(4 + 0x41);
        }
    }

    @Test
    void withoutByteFallbackRareCharactersAreUnknown(@TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL.withByteFallback(false).withVocabularySize(500), folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.encodeIds("ⴰ")).contains(0);
            assertThat(tokenizer.id("<0x41>")).isEmpty();
        }
    }

    @Test
    void numbersMayStayWhole(@TempDir Path folder) throws Exception {
        List<String> lines = java.util.Collections.nCopies(5, "in 1984");
        train(lines, Options.defaults().withVocabularySize(280).withSplitDigits(false).withThreads(1), folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.id("▁1984")).isPresent();
        }
    }

    @Test
    void textMayStayAsItIs(@TempDir Path folder) throws Exception {
        train(Golden.training(), SMALL.withNfc(false).withKind(Kind.BYTE_LEVEL), folder);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.decode(tokenizer.encodeIds("e\u0301"), false)).isEqualTo("e\u0301");
        }
    }

    @Test
    void decomposedTextTrainsTheSameAsComposed(@TempDir Path folder) throws Exception {
        List<String> apart = Golden.training().stream()
                .map(line -> Normalizer.normalize(line, Normalizer.Form.NFD))
                .toList();
        train(Golden.training(), SMALL, folder.resolve("nfc"));
        train(apart, SMALL, folder.resolve("nfd"));
        assertThat(folder.resolve("nfd/tokenizer.json")).hasSameTextualContentAs(folder.resolve("nfc/tokenizer.json"));
    }

    @Test
    void readsGzipByteOrderMarksAndWindowsLineEnds(@TempDir Path folder) throws Exception {
        Path plain = folder.resolve("plain");
        Files.writeString(plain, String.join("\n", Golden.training()) + "\n");
        Path packed = folder.resolve("packed.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\ufeff" + String.join("\r\n", Golden.training())).getBytes(StandardCharsets.UTF_8));
        }
        TokenizerTrainer.train(List.of(plain), SMALL, folder.resolve("a"), Progress.none());
        TokenizerTrainer.train(List.of(packed), SMALL, folder.resolve("b"), Progress.none());
        assertThat(folder.resolve("a/tokenizer.json")).hasSameTextualContentAs(folder.resolve("b/tokenizer.json"));
    }

    @Test
    void aLineMayBeLongerThanAnyBuffer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("text");
        Files.writeString(file, "abc def ".repeat(400_000));
        TokenizerTrainer.Outcome outcome =
                TokenizerTrainer.train(List.of(file), SMALL.withVocabularySize(280), folder.resolve("out"), Progress.none());
        assertThat(outcome.textBytes()).isEqualTo(3_200_000);
        // ▁abc, ▁def and the last space
        assertThat(outcome.differentWords()).isEqualTo(3);
    }

    @Test
    void tooSmallAVocabularyIsRefusedWithTheLeastSize(@TempDir Path folder) {
        Options options = Options.defaults().withVocabularySize(262).withThreads(1);
        assertThatThrownBy(() -> train(List.of("abc", "abc"), options, folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("at least 264");
        assertThat(folder.resolve("tokenizer.json")).doesNotExist();
    }

    @Test
    void tooSmallATextMakesFewerPiecesAndSaysSo(@TempDir Path folder) throws Exception {
        Watch watch = new Watch();
        TokenizerTrainer.Outcome outcome = TokenizerTrainer.train(
                Stream.of("ab", "ab"), Options.defaults().withVocabularySize(5000).withThreads(1), folder, watch);
        // 4 special, 256 bytes, ▁ a b, then ▁a and ▁ab
        assertThat(outcome.size()).isEqualTo(265);
        assertThat(outcome.isShort()).isTrue();
        assertThat(watch.log).singleElement().asString().contains("265");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.size()).isEqualTo(265);
        }
    }

    @Test
    void noTextIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> train(List.of("", ""), SMALL, folder)).isInstanceOf(InputException.class);
    }

    @Test
    void wrongEncodingIsAnErrorThatNamesFileAndLine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("latin1.txt");
        Files.write(file, "ab\nc\u00e9d\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TokenizerTrainer.train(List.of(file), SMALL, folder.resolve("out"), Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("latin1.txt:2:");
    }

    @Test
    void proposesMorePiecesForMoreWordsWithinBounds() {
        assertThat(TokenizerTrainer.proposeVocabularySize(0)).isEqualTo(600);
        assertThat(TokenizerTrainer.proposeVocabularySize(49_758)).isEqualTo(1700);
        assertThat(TokenizerTrainer.proposeVocabularySize(100_000_000)).isEqualTo(32_000);
    }

    @Test
    void cancellingLeavesNothingBehind(@TempDir Path folder) throws Exception {
        Watch watch = new Watch();
        watch.cancelled = true;
        Path file = folder.resolve("text");
        Files.writeString(file, String.join("\n", Golden.training()));
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> TokenizerTrainer.train(List.of(file), SMALL, out, watch))
                .isInstanceOf(CancelledException.class);
        assertThat(out).doesNotExist();
    }
}
