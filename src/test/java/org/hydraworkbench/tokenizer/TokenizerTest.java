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
