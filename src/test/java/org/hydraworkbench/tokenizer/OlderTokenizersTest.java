package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders from before there was a {@code tokenizer.json}. */
class OlderTokenizersTest {

    @TempDir
    Path folder;

    /** What SentencePiece itself does ({@code sentencepiece_golden.py}). */
    private record Line(String text, int[] ids, String decoded) {}

    /** What transformers 4 does without the tokenizers library ({@code byte_pairs_golden.py}). */
    private record Pairs(String text, int[] gpt2, @SerializedName("gpt2-prefix") int[] gpt2Prefix, int[] qwen2) {}

    private static <T> T golden(String name, TypeToken<T> type) throws Exception {
        try (InputStream in = Objects.requireNonNull(OlderTokenizersTest.class.getResourceAsStream(name));
                InputStreamReader text = new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(text, type);
        }
    }

    private static List<Line> lines(String name) throws Exception {
        return golden(name + ".sentencepiece.json.gz", new TypeToken<>() {});
    }

    private void copy(String resource, String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(resource))) {
            Files.createDirectories(folder);
            Files.copy(in, folder.resolve(name));
        }
    }

    private Tokenizer sentencePiece(String name) throws Exception {
        copy(name + ".model", "tokenizer.model");
        return Tokenizer.load(folder);
    }

    private void write(String name, String json) throws Exception {
        Files.writeString(folder.resolve(name), json);
    }

    private void bytePairs() throws Exception {
        copy("byte-pairs/vocab.json", "vocab.json");
        copy("byte-pairs/merges.txt", "merges.txt");
    }

    private static List<String> pieces(Tokenizer tokenizer, int[] ids) {
        return Arrays.stream(ids).mapToObj(tokenizer::piece).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "gemma", "merged", "likely", "likely-bytes"})
    void idsAreThoseOfSentencePiece(String name) throws Exception {
        try (Tokenizer tokenizer = sentencePiece(name)) {
            int unknown = tokenizer.special().unk().orElseThrow();
            for (Line line : lines(name)) {
                // A unigram model with bytes reads a text that spells one as that byte.
                if (!name.equals("likely-bytes") || !line.text().contains("<0x")) {
                    assertThat(tokenizer.encodeIds(line.text())).as(line.text()).isEqualTo(line.ids());
                }
                // For what is unknown SentencePiece writes a sign of its own, and takes marks that a text spells for more of the space before it.
                if (Arrays.stream(line.ids()).noneMatch(id -> id == unknown) && !line.text().contains("▁")) {
                    assertThat(tokenizer.decode(line.ids(), false)).isEqualTo(line.decoded());
                }
            }
        }
    }

    /** The numbers are those that the models were trained with, see the script. */
    @ParameterizedTest
    @CsvSource({"llama, 1, 2, -1, 0", "gemma, 2, 1, 0, 3"})
    void theModelItselfSaysWhatSpecialTokensAreFor(String name, int bos, int eos, int pad, int unk) throws Exception {
        try (Tokenizer tokenizer = sentencePiece(name)) {
            SpecialTokens special = tokenizer.special();
            assertThat(List.of(special.bos().orElse(-1), special.eos().orElse(-1), special.pad().orElse(-1), special.unk().orElse(-1)))
                    .containsExactly(bos, eos, pad, unk);
            assertThat(special.ids()).allMatch(tokenizer::isSpecial);
            assertThat(tokenizer.style()).isEqualTo(PieceStyle.SENTENCEPIECE);
        }
    }

    @Test
    void specialTokensComeOfMarkupAndNotOfATextThatSpellsThem() throws Exception {
        try (Tokenizer tokenizer = sentencePiece("llama")) {
            assertThat(pieces(tokenizer, tokenizer.encodeMarkup(List.of("<s>a b</s>"))[0])).containsExactly("<s>", "a", "▁b", "</s>");
            assertThat(tokenizer.encodeIds("<s>a b</s>")).doesNotContain(1, 2);
        }
    }

    @Test
    void theConfigurationOfTheTokenizerMaySayOtherwiseOfTheSpaceBeforeATextAndOfThatBehindSpecialTokens() throws Exception {
        write("tokenizer_config.json", "{\"add_prefix_space\": false}");
        try (Tokenizer tokenizer = sentencePiece("llama")) {
            assertThat(pieces(tokenizer, tokenizer.encodeIds("a b"))).containsExactly("a", "▁b");
            assertThat(tokenizer.decode(tokenizer.encodeIds("a b"), false)).isEqualTo("a b");
        }
        write("tokenizer_config.json", "{\"legacy\": true}");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(pieces(tokenizer, tokenizer.encodeMarkup(List.of("<s>a"))[0])).containsExactly("<s>", "▁a");
        }
    }

    @Test
    void addedTokensStandBeyondTheVocabulary() throws Exception {
        write("added_tokens.json", "{\"[PAD]\": 900, \"<extra>\": 901}");
        write("special_tokens_map.json", "{\"pad_token\": \"[PAD]\"}");
        try (Tokenizer tokenizer = sentencePiece("llama")) {
            assertThat(tokenizer.size()).isEqualTo(902);
            assertThat(tokenizer.special().pad()).hasValue(900);
            assertThat(tokenizer.isSpecial(900)).isTrue();
            assertThat(tokenizer.encodeIds("[PAD]")).as("a text is no markup").doesNotContain(900);
            assertThat(tokenizer.isSpecial(901)).isFalse();
            assertThat(tokenizer.encodeIds("a<extra>b")).contains(901);
        }
    }

    @Test
    void addedTokensMayBeDescribed() throws Exception {
        write("tokenizer_config.json", """
                {"added_tokens_decoder": {"900": {"content": "<mask>", "lstrip": true, "special": true}, "901": {"content": "<x>", "special": false}}}""");
        try (Tokenizer tokenizer = sentencePiece("llama")) {
            assertThat(pieces(tokenizer, tokenizer.encodeMarkup(List.of("a <mask>b"))[0])).containsExactly("▁a", "<mask>", "b");
            assertThat(tokenizer.isSpecial(901)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-prefix", "qwen2"})
    void idsAreThoseOfTransformersWithoutTheLibrary(String kind) throws Exception {
        bytePairs();
        switch (kind) {
            case "gpt2-prefix" -> write("tokenizer_config.json", "{\"tokenizer_class\": \"GPT2TokenizerFast\", \"add_prefix_space\": true}");
            case "qwen2" -> write("tokenizer_config.json", "{\"tokenizer_class\": \"Qwen2Tokenizer\"}");
            default -> {}
        }
        List<Pairs> golden = golden("byte-pairs.golden.json.gz", new TypeToken<>() {});
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            for (Pairs line : golden) {
                // The library, and so all newer programs, puts no space before what begins with one, or before nothing.
                if (kind.equals("gpt2-prefix") && (line.text().isEmpty() || line.text().startsWith(" "))) {
                    continue;
                }
                int[] ids = kind.equals("gpt2") ? line.gpt2() : kind.equals("qwen2") ? line.qwen2() : line.gpt2Prefix();
                assertThat(tokenizer.encodeIds(line.text())).as(line.text()).isEqualTo(ids);
            }
            assertThat(tokenizer.style()).isEqualTo(PieceStyle.BYTE_LEVEL);
            int end = tokenizer.id("<|endoftext|>").orElseThrow();
            assertThat(tokenizer.special().eos()).hasValue(end);
            assertThat(tokenizer.isSpecial(end)).isTrue();
            assertThat(tokenizer.encodeMarkup(List.of("<|endoftext|>"))[0]).containsExactly(end);
        }
    }

    @Test
    void tokensBeyondAByteLevelVocabularyAreAddedToo() throws Exception {
        bytePairs();
        write("tokenizer_config.json", """
                {"tokenizer_class": "Qwen2Tokenizer", "eos_token": "<|im_end|>", "additional_special_tokens": ["<|im_start|>"],
                 "added_tokens_decoder": {"700": {"content": "<|im_start|>"}, "701": {"content": "<|im_end|>", "special": true}}}""");
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            assertThat(tokenizer.special().eos()).hasValue(701);
            assertThat(tokenizer.encodeMarkup(List.of("<|im_start|><|im_end|>"))[0]).containsExactly(700, 701);
            assertThat(tokenizer.isSpecial(700)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentencepiece", "byte-pairs"})
    void aCopyHoldsATokenizerJsonThatIsTheSameTokenizer(String kind) throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        if (kind.equals("sentencepiece")) {
            copy("gemma.model", "tokenizer.model");
        } else {
            bytePairs();
        }
        write("tokenizer_config.json", "{\"model_max_length\": 77}");
        TokenizerFolder.copy(folder, copy);
        assertThat(copy).isDirectoryContaining("glob:**/tokenizer.json").isDirectoryNotContaining("glob:**/{tokenizer.model,vocab.json,merges.txt}");
        try (Tokenizer original = Tokenizer.load(folder);
                Tokenizer copied = Tokenizer.load(copy)) {
            assertThat(copied.hash()).isEqualTo(original.hash()).isEqualTo(TokenizerFolder.hash(folder));
            assertThat(copied.special()).isEqualTo(original.special());
            assertThat(copied.special().eos()).isPresent();
        }
        JsonObject config = Json.readObject(copy.resolve("tokenizer_config.json"));
        assertThat(config.get("model_max_length").getAsInt()).isEqualTo(77);
        assertThat(config.get("tokenizer_class").getAsString()).as("what reads the tokenizer.json as it is").isEqualTo("PreTrainedTokenizerFast");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tokenizer.model | not a model | is no model of SentencePiece that can be used",
        "tokenizer.model | IQ== 0\\nIg== 1\\n | is a vocabulary of tiktoken",
        "vocab.json | {} | there is no tokenizer here; give a folder that holds a tokenizer.json, or a tokenizer.model, or a vocab.json and a merges.txt; from vocab.json alone none can be made",
        "tekken.json | {} | from tekken.json alone none can be made",
    })
    void whatIsNoTokenizerIsRefusedWithOneSentence(String name, String content, String sentence) throws Exception {
        write(name, content.replace("\\n", "\n"));
        assertThatThrownBy(() -> Tokenizer.load(folder)).isInstanceOf(InputException.class).hasMessageContaining(sentence);
    }

    @Test
    void aMergeOfPiecesThatAreNotThereIsNamed() throws Exception {
        copy("byte-pairs/vocab.json", "vocab.json");
        write("merges.txt", "#version: 0.2\ni n\nq ĠĠĠx\n");
        assertThatThrownBy(() -> Tokenizer.load(folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("merges.txt") + ":3: \"q ĠĠĠx\"");
    }

    @Test
    void aVocabularyThatIsNotOfBytesIsRefused() throws Exception {
        write("vocab.json", "{\"a\": 0, \"b\": 1}");
        write("merges.txt", "a b");
        assertThatThrownBy(() -> Tokenizer.load(folder)).isInstanceOf(InputException.class).hasMessageContaining("lacks pieces for single bytes");
    }

    @Test
    void tokenizersOfOtherKindsThanGpt2AndQwenAreRefused() throws Exception {
        bytePairs();
        write("tokenizer_config.json", "{\"tokenizer_class\": \"CLIPTokenizer\"}");
        assertThatThrownBy(() -> Tokenizer.load(folder)).isInstanceOf(InputException.class).hasMessageContaining("belongs to a CLIPTokenizer");
    }

    /** A damaged model ends in a sentence or in another model, and in nothing else. */
    @Test
    void aModelThatIsCutShortAnywhereIsRefused() throws Exception {
        byte[] whole;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("merged.model"))) {
            whole = in.readAllBytes();
        }
        int refused = 0;
        for (int length = 0; length < whole.length; length += 61) {
            Files.write(folder.resolve("tokenizer.model"), Arrays.copyOf(whole, length));
            try {
                TokenizerFolder.hash(folder);
            } catch (InputException e) {
                assertThat(e).hasMessageStartingWith(folder.resolve("tokenizer.model") + ": ").hasMessageNotContaining("Exception");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(90);
    }
}
