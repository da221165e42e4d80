package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokenizers made by other programs; ids, offsets and decoded text are those of the tokenizers library in Python. */
class TokenizerTest {

    private static final Map<String, Tokenizer> TOKENIZERS = new HashMap<>();

    @BeforeAll
    static void load(@TempDir Path folder) throws Exception {
        for (String name : List.of("wordpiece", "unigram", "bytes")) {
            TOKENIZERS.put(name, Golden.tokenizer(name, folder.resolve(name)));
        }
    }

    @AfterAll
    static void close() {
        TOKENIZERS.values().forEach(Tokenizer::close);
        TOKENIZERS.clear();
    }

    private static Tokenizer tokenizer(String name) {
        return TOKENIZERS.get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpiece", "unigram", "bytes"})
    void idsAndDecodedTextAreTheLibrarys(String name) throws Exception {
        List<String> texts = Golden.texts();
        List<Golden.Line> golden = Golden.read(name + ".golden.json.gz").lines();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(tokenizer(name).encode(texts.get(i)).ids()).as(texts.get(i)).isEqualTo(golden.get(i).ids());
            assertThat(tokenizer(name).decode(golden.get(i).ids(), false)).isEqualTo(golden.get(i).decoded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpiece", "unigram", "bytes"})
    void spansBeginAndEndWhereTheLibrarySaysButForSpaceAndMarks(String name) throws Exception {
        List<String> texts = Golden.texts();
        List<Golden.Line> golden = Golden.read(name + ".golden.json.gz").lines();
        for (int line = 0; line < texts.size(); line++) {
            Encoding encoding = tokenizer(name).encode(texts.get(line));
            int[] points = texts.get(line).codePoints().toArray();
            for (int i = 0; i < encoding.size(); i++) {
                int theirStart = golden.get(line).starts()[i];
                int theirEnd = golden.get(line).ends()[i];
                assertThat(IntStream.range(theirStart, encoding.starts()[i]))
                        .allMatch(at -> Character.isWhitespace(points[at]) || Character.isSpaceChar(points[at]));
                assertThat(encoding.ends()[i] >= theirEnd || encoding.ends()[i] == encoding.starts()[i]).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpiece", "unigram", "bytes"})
    void manyTextsAtOnceGiveTheSameIds(String name) throws Exception {
        List<String> texts = Golden.texts();
        int[][] ids = tokenizer(name).encodeIds(texts);
        for (int i = 0; i < ids.length; i++) {
            assertThat(ids[i]).isEqualTo(tokenizer(name).encodeIds(texts.get(i)));
        }
    }

    @Test
    void severalThreadsEncodeAtOnce() throws Exception {
        List<String> texts = Golden.texts();
        int[][] alone = tokenizer("bytes").encodeIds(texts);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Encoding>> together = new ArrayList<>();
            for (int i = 0; i < texts.size() * 8; i++) {
                String text = texts.get(i % texts.size());
                together.add(threads.submit(() -> tokenizer("bytes").encode(text)));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get().ids()).isEqualTo(alone[i % texts.size()]);
            }
        }
    }

    /** Without care for each other the native library reads freed memory here and takes the process along. */
    @ParameterizedTest
    @EnumSource(Use.class)
    void closingWaitsForThoseWhoEncodeAndRefusesLaterOnes(Use use) throws Exception {
        int users = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            for (int round = 0; round < 15; round++) {
                Tokenizer closing = Tokenizer.load(tokenizer("bytes").folder());
                CountDownLatch using = new CountDownLatch(users);
                List<Future<?>> ends = new ArrayList<>();
                for (int user = 0; user < users; user++) {
                    ends.add(threads.submit(() -> {
                        use.of(closing);
                        using.countDown();
                        assertThatThrownBy(() -> {
                                    while (true) {
                                        use.of(closing);
                                    }
                                })
                                .isInstanceOf(StateException.class)
                                .hasMessage("The tokenizer was closed.");
                        return null;
                    }));
                }
                using.await();
                closing.close();
                for (Future<?> end : ends) {
                    end.get();
                }
                closing.close();
            }
        }
    }

    private enum Use {
        ENCODE {
            @Override
            void of(Tokenizer tokenizer) throws Exception {
                assertThat(tokenizer.encode("Azul fell-awen ay imeddukal").ids()).isNotEmpty();
            }
        },
        IDS {
            @Override
            void of(Tokenizer tokenizer) throws Exception {
                assertThat(tokenizer.encodeIds("Azul fell-awen ay imeddukal")).isNotEmpty();
            }
        },
        MANY {
            @Override
            void of(Tokenizer tokenizer) throws Exception {
                assertThat(tokenizer.encodeIds(List.of("Azul fell-awen", "ay imeddukal"))).isNotEmpty();
            }
        },
        DECODE {
            @Override
            void of(Tokenizer tokenizer) throws Exception {
                assertThat(tokenizer.decode(new int[] {1, 2, 3}, false)).isNotNull();
            }
        };

        abstract void of(Tokenizer tokenizer) throws Exception;
    }

    private static List<String> pieces(Tokenizer tokenizer, String text) throws Exception {
        int[] ids = tokenizer.encodeIds(text);
        assertThat(tokenizer.encode(text).ids()).isEqualTo(ids);
        assertThat(tokenizer.encodeIds(List.of("a", text))[1]).isEqualTo(ids);
        return IntStream.of(ids).mapToObj(tokenizer::piece).toList();
    }

    /** The pieces are those that tokenizers 0.23.2 gives in Python with encode_special_tokens; of the unigram model they were found by hand. */
    @Test
    void specialTokensThatATextSpellsStayText() throws Exception {
        try (Tokenizer stories = Tokenizer.load(TestModels.stories())) {
            assertThat(pieces(stories, "a </s> b")).containsExactly("▁a", "▁", "<", "/", "s", ">", "▁b");
            assertThat(pieces(stories, "<unk>")).containsExactly("▁", "<", "un", "k", ">");
            Encoding encoding = stories.encode("a </s> b");
            assertThat(encoding.starts()).containsExactly(0, 1, 2, 3, 4, 5, 7);
            assertThat(encoding.ends()).containsExactly(1, 2, 3, 4, 5, 6, 8);
        }
        assertThat(pieces(tokenizer("wordpiece"), "the [SEP] the"))
                .containsExactly("the", "[UNK]", "s", "##e", "##p", "[UNK]", "the");
        assertThat(pieces(tokenizer("unigram"), "a <unk> b")).containsExactly("▁a", "▁", "<unk>", "un", "k", "<unk>", "▁b");
        assertThat(pieces(tokenizer("bytes"), "the<|end_of_text|>")).doesNotContain("<|end_of_text|>").startsWith("th", "e", "<").endsWith("|", ">");
        int[] ids = tokenizer("bytes").encodeIds("the <|end_of_text|> <|begin_of_text|>");
        assertThat(tokenizer("bytes").decode(ids, true)).isEqualTo("the <|end_of_text|> <|begin_of_text|>");
    }

    @Test
    void specialTokensThatMarkupSpellsAreThoseTokens() throws Exception {
        try (Tokenizer stories = Tokenizer.load(TestModels.stories())) {
            assertThat(stories.encodeMarkup(List.of("</s>", "a"))[0]).contains(2);
            List<TextPart> parts = List.of(new TextPart("<s>", true), new TextPart("</s>", false), new TextPart("</s>", true));
            assertThat(IntStream.of(stories.encodeParts(parts)).mapToObj(stories::piece))
                    .containsExactly("<s>", "▁", "<", "/", "s", ">", "</s>");
        }
    }

    /** A config.json often calls pieces by the numbers that another tokenizer has: those are no control tokens. */
    @Test
    void aPieceIsNoControlTokenBecauseAConfigurationCallsItSo(@TempDir Path folder) throws Exception {
        try (Tokenizer plain = Golden.tokenizer("bytes", folder.resolve("plain"))) {
            int the = plain.id("Ġthe").orElseThrow();
            Files.createDirectories(folder.resolve("called"));
            Files.writeString(folder.resolve("called/config.json"), "{\"eos_token_id\": " + the + "}");
            try (Tokenizer called = Golden.tokenizer("bytes", folder.resolve("called"))) {
                assertThat(called.special().eos()).hasValue(the);
                assertThat(called.encodeIds("in the end")).isEqualTo(plain.encodeIds("in the end")).contains(the);
            }
        }
    }

    @Test
    void aFileThatChangesMeanwhileIsNotMixedWithWhatWasLoaded(@TempDir Path folder) throws Exception {
        try (Tokenizer tokenizer = Golden.tokenizer("bytes", folder)) {
            Files.writeString(folder.resolve("tokenizer.json"), "{}");
            assertThat(tokenizer.encodeIds("the")).isNotEmpty();
            assertThatThrownBy(() -> tokenizer.encodeIds("<|end_of_text|>"))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("tokenizer.json: was changed while the tokenizer was in use.");
        }
    }

    @Test
    void truncationAndPaddingOfTheFileAreOff() throws Exception {
        String text = "one two three four five six seven";
        assertThat(tokenizer("wordpiece").encodeIds(text)).hasSizeGreaterThan(8);
        assertThat(tokenizer("wordpiece").encodeIds("a")).hasSize(1);
    }

    @Test
    void longLinesAreNotCutShort() throws Exception {
        assertThat(tokenizer("bytes").encodeIds("a b ".repeat(5000))).hasSizeGreaterThanOrEqualTo(10_000);
    }

    @Test
    void spansLeaveOutTheSpaceBeforeAWord() throws Exception {
        Encoding encoding = tokenizer("unigram").encode("a  b");
        int last = encoding.size() - 1;
        assertThat(encoding.starts()[last]).isEqualTo(3);
        assertThat(encoding.ends()[last]).isEqualTo(4);
    }

    @Test
    void aTokenCoversTheMarksThatNormalisationJoined() throws Exception {
        Encoding encoding = tokenizer("unigram").encode("e\u0301e\u0301");
        assertThat(encoding.ends()[encoding.size() - 1]).isEqualTo(4);
    }

    @Test
    void bytesOfOneCharacterShareItsSpan() throws Exception {
        Encoding encoding = tokenizer("bytes").encode("x😀");
        assertThat(encoding.starts()).isEqualTo(new int[] {0, 1, 1, 1, 1});
        assertThat(encoding.ends()).isEqualTo(new int[] {1, 2, 2, 2, 2});
    }

    @Test
    void halfASurrogatePairCountsAsOneUnknownCharacter() throws Exception {
        Tokenizer bytes = tokenizer("bytes");
        assertThat(bytes.encodeIds("a\ud83db")).isEqualTo(bytes.encodeIds("a\ufffdb"));
        assertThat(bytes.encode("a\ud83db").ends()).endsWith(3);
    }

    @Test
    void knowsHowEachKindMarksWords() {
        assertThat(tokenizer("wordpiece").style()).isEqualTo(PieceStyle.WORDPIECE);
        assertThat(tokenizer("unigram").style()).isEqualTo(PieceStyle.SENTENCEPIECE);
        assertThat(tokenizer("bytes").style()).isEqualTo(PieceStyle.BYTE_LEVEL);
        assertThat(startsWord("wordpiece", "the")).isTrue();
        assertThat(startsWord("wordpiece", "##e")).isFalse();
        assertThat(startsWord("bytes", "Ġt")).isTrue();
        assertThat(startsWord("bytes", "t")).isFalse();
    }

    private static boolean startsWord(String name, String piece) {
        return tokenizer(name).startsWord(tokenizer(name).id(piece).orElseThrow());
    }

    @Test
    void bytesOfAPieceAreWhatItSpellsWithoutTheMarker() {
        Tokenizer bytes = tokenizer("bytes");
        assertThat(bytes.bytes(bytes.id("Ġt").orElseThrow())).containsExactly('t');
        assertThat(bytes.bytes(bytes.id("É").orElseThrow())).containsExactly(0xC9);
        assertThat(bytes.surface(bytes.id("É").orElseThrow())).isEqualTo("\ufffd");
        Tokenizer words = tokenizer("wordpiece");
        assertThat(words.surface(words.id("##e").orElseThrow())).isEqualTo("e");
    }

    @Test
    void joinedBytesOfPiecesSpellTheText() throws Exception {
        Tokenizer bytes = tokenizer("bytes");
        for (String text : Golden.texts()) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            for (int id : bytes.encodeIds(text)) {
                out.writeBytes((bytes.startsWord(id) ? " " : "").getBytes(StandardCharsets.UTF_8));
                out.writeBytes(bytes.bytes(id));
            }
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void addedTokensCountInTheSize() {
        Tokenizer bytes = tokenizer("bytes");
        assertThat(bytes.size()).isEqualTo(702);
        assertThat(bytes.piece(701)).isEqualTo("<|end_of_text|>");
        assertThat(bytes.isSpecial(701)).isTrue();
        assertThat(bytes.id("no such piece")).isEmpty();
    }

    @Test
    void rolesThatNobodyGivesStayEmpty() {
        assertThat(tokenizer("bytes").special().unk()).isEmpty();
        assertThat(tokenizer("bytes").special().pad()).isEmpty();
    }

    @Test
    void theModelNamesTheUnknownTokenWhenNoFileDoes() {
        assertThat(tokenizer("wordpiece").special().unk()).isEqualTo(tokenizer("wordpiece").id("[UNK]"));
        assertThat(tokenizer("unigram").special().unk()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void rolesComeFromTheConfigThenTheMapThenTheModel(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"bos_token\": {\"content\": \"<|begin_of_text|>\"}, \"eos_token\": null, \"pad_token\": \"absent\"}");
        Files.writeString(
                folder.resolve("special_tokens_map.json"),
                "{\"bos_token\": \"<|end_of_text|>\", \"pad_token\": \"<|end_of_text|>\"}");
        Files.writeString(folder.resolve("config.json"), "{\"bos_token_id\": 5, \"eos_token_id\": [701, 7], \"unk_token_id\": 9999}");
        try (Tokenizer tokenizer = Golden.tokenizer("bytes", folder)) {
            assertThat(tokenizer.special().bos()).hasValue(700);
            assertThat(tokenizer.special().pad()).hasValue(701);
            assertThat(tokenizer.special().eos()).hasValue(701);
            assertThat(tokenizer.special().unk()).isEmpty();
        }
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Tokenizer.load(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tokenizer.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"model\":{\"vocab\":{\"a\":-1}}}", "{\"model\":{\"vocab\":{\"a\":0}", "nonsense",
        "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[[\"a\",\"b\"]]}}"})
    void aMalformedFileIsRefused(String content, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tokenizer.json"), content);
        assertThatThrownBy(() -> Tokenizer.load(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tokenizer.json");
    }
}
