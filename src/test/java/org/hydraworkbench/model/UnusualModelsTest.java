package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.Continuations;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variations of stories260K as other programs save them, and as they should not be. */
class UnusualModelsTest {

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void copy() throws Exception {
        model = folder.resolve("model");
        Folders.copy(TestModels.stories(), model, Progress.none());
    }

    private void config(String name, Object value) throws Exception {
        JsonObject json = Json.readObject(model.resolve("config.json"));
        json.add(name, Json.parse(String.valueOf(value)));
        Json.write(model.resolve("config.json"), json);
    }

    /** Writes the weights anew; the tables are those given, by name. */
    private void tables(Map<String, float[]> tables) throws Exception {
        Path made = Files.createDirectory(folder.resolve("made"));
        try (ModelWeights weights = ModelWeights.open(TestModels.stories())) {
            List<TensorInfo> infos = new ArrayList<>();
            for (String name : weights.names()) {
                if (!TableNames.all().contains(name)) {
                    infos.add(weights.info(name));
                }
            }
            for (Map.Entry<String, float[]> table : tables.entrySet()) {
                infos.add(new TensorInfo(table.getKey(), DType.F32, new long[] {table.getValue().length / 64, 64}));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.model(made, infos, Long.MAX_VALUE)) {
                for (TensorInfo info : infos) {
                    float[] table = tables.get(info.name());
                    writer.write(info.name(), table == null ? weights.floats(info.name()) : table);
                }
                writer.finish();
            }
        }
        Folders.copyFile(made.resolve("model.safetensors"), model.resolve("model.safetensors"), Progress.none());
    }

    private static float[] table() throws HydraException {
        try (ModelWeights weights = ModelWeights.open(TestModels.stories())) {
            return weights.floats(TableNames.INPUT);
        }
    }

    private static float[] twice(float[] table) {
        float[] twice = table.clone();
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        return twice;
    }

    private double score(String text) throws HydraException {
        try (Tokenizer tokenizer = Tokenizer.load(model);
                Decoder decoder = Decoder.load(TestModels.runtime(), model, Progress.none())) {
            return new LanguageModelEvaluator(decoder, decoder.table(), tokenizer, tokenizer)
                    .score(List.of(text), Progress.none())
                    .bitsPerByte();
        }
    }

    @Test
    void aTiedTableMayHaveTheNameOfTheHead() throws Exception {
        double nll = score("Once upon a time");
        Files.delete(model.resolve("model.safetensors"));
        tables(Map.of(TableNames.HEAD, table()));
        assertThat(score("Once upon a time")).isEqualTo(nll);
        Path made = folder.resolve("transferred");
        Transfer.init(model, model, TransferMethod.COPY_OVERLAP, null, TransferOptions.defaults(), made, Progress.none());
        try (ModelWeights weights = ModelWeights.open(made)) {
            assertThat(weights.names()).contains(TableNames.INPUT).doesNotContain(TableNames.HEAD);
        }
        model = made;
        assertThat(score("Once upon a time")).isEqualTo(nll);
    }

    @Test
    void theSameTableUnderBothNamesIsTied() throws Exception {
        Files.delete(model.resolve("model.safetensors"));
        tables(new TreeMap<>(Map.of(TableNames.HEAD, table(), TableNames.INPUT, table())));
        try (Decoder decoder = Decoder.load(TestModels.runtime(), model, Progress.none())) {
            assertThat(decoder.config().tied()).isTrue();
        }
    }

    @Test
    void twoTablesThatDifferAreBothKeptWhateverTheConfigurationSays() throws Exception {
        Files.delete(model.resolve("model.safetensors"));
        tables(new TreeMap<>(Map.of(TableNames.HEAD, twice(table()), TableNames.INPUT, table())));
        double tiedByConfiguration = score("Once upon a time");
        try (EmbeddingTables tables = EmbeddingTables.open(model)) {
            assertThat(tables.head()).isPresent();
        }
        config("tie_word_embeddings", false);
        assertThat(tiedByConfiguration).isEqualTo(score("Once upon a time"));
    }

    @Test
    void aTokenWithoutARowIsNamedAndOtherTextsWork() throws Exception {
        double nll = score("Once upon a time");
        Files.delete(model.resolve("model.safetensors"));
        tables(Map.of(TableNames.INPUT, java.util.Arrays.copyOf(table(), 480 * 64)));
        config("vocab_size", 480);
        Path text = Files.writeString(folder.resolve("text.txt"), "Once upon a time\n\né\n");
        try (Tokenizer tokenizer = Tokenizer.load(model);
                Decoder decoder = Decoder.load(TestModels.runtime(), model, Progress.none())) {
            LanguageModelEvaluator evaluator = new LanguageModelEvaluator(decoder, decoder.table(), tokenizer, tokenizer);
            assertThatThrownBy(() -> evaluator.score(text, Progress.none()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(text + ":3: ")
                    .hasMessageContainingAll("\"é\"", "485", "480 rows");
        }
        // Fewer tokens share the probability, so the text is a little less surprising.
        assertThat(score("Once upon a time")).isLessThan(nll).isCloseTo(nll, within(0.1));
    }

    @Test
    void theGenerationConfigurationSaysWhatEndsAText() throws Exception {
        Files.writeString(model.resolve("generation_config.json"), "{\"eos_token_id\": [2, 426], \"bos_token_id\": 1}");
        try (Tokenizer tokenizer = Tokenizer.load(model);
                Decoder decoder = Decoder.load(TestModels.runtime(), model, Progress.none())) {
            assertThat(StopIds.of(decoder, decoder.table(), tokenizer)).containsExactlyInAnyOrder(2, 426);
            int[] prompt = java.util.stream.IntStream.concat(
                            java.util.stream.IntStream.of(1), java.util.stream.IntStream.of(tokenizer.encodeIds("Once upon a time")))
                    .toArray();
            Generation generation = Continuations.of(
                    decoder, prompt, GenerationOptions.greedy(60).withStopIds(StopIds.of(decoder, decoder.table(), tokenizer)));
            // What transformers' generate gives, less the 426 that ends it.
            assertThat(generation.ids()).containsExactly(432, 383, 286, 261, 376, 298, 315, 421, 395, 317);
            assertThat(generation.ending()).isEqualTo(Generation.Ending.STOP_TOKEN);
        }
    }

    @Test
    void aMistralModelLooksThroughAWindowAndALlamaDoesNot() throws Exception {
        String text = "Once upon a time there was a dog. The dog was red.";
        double all = score(text);
        config("sliding_window", 6);
        assertThat(score(text)).as("Llama has no window").isEqualTo(all);
        config("model_type", "\"mistral\"");
        assertThat(score(text)).isNotCloseTo(all, within(1e-3));
        assertThat(score("Once")).as("a text within it").isCloseTo(scoreAsLlama("Once"), within(1e-9));
    }

    private double scoreAsLlama(String text) throws Exception {
        config("model_type", "\"llama\"");
        return score(text);
    }

    @ParameterizedTest
    @CsvSource({
        "intermediate_size, 2147483647, more than any model has",
        "intermediate_size, 16777216, but config.json asks for",
        "num_hidden_layers, 2147483647, more than any model has",
        "num_hidden_layers, 6, no tensor model.layers.5",
        "vocab_size, 2147483647, more than any model has",
        "hidden_size, 0, must be above 0",
        "hidden_size, -64, must be above 0",
        "hidden_size, 66, not a multiple of num_attention_heads",
        "num_attention_heads, 100, not a multiple",
        "num_key_value_heads, 3, not a multiple",
        "head_dim, 0, must be above 0",
        "hidden_size, 1e300, whole number",
    })
    void aSizeThatDoesNotFitIsRefusedBeforeMemoryIsAskedFor(String name, String size, String reason) throws Exception {
        config(name, size);
        assertThatThrownBy(() -> Decoder.load(TestModels.runtime(), model, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatIsTooLargeForATypeIsCountedAndNothingIsWritten() throws Exception {
        float[] table = table();
        table[5] = 65520;
        table[70] = -1e30f;
        table[71] = 65519;
        Files.delete(model.resolve("model.safetensors"));
        tables(Map.of(TableNames.INPUT, table));
        Path out = folder.resolve("half");
        assertThatThrownBy(() -> Transfer.init(model, model, TransferMethod.COPY_OVERLAP, null,
                        TransferOptions.defaults().withTableType(DType.F16), out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("The tensor model.embed_tokens.weight has 2 numbers that are too large for float16");
        assertThat(out).doesNotExist();
        Path bf16 = folder.resolve("bf16");
        Transfer.init(model, model, TransferMethod.COPY_OVERLAP, null, TransferOptions.defaults().withTableType(DType.BF16), bf16, Progress.none());
        try (SafetensorsFile file = SafetensorsFile.open(bf16.resolve("model.safetensors"))) {
            assertThat(file.floats(TableNames.INPUT)[70]).isCloseTo(-1e30f, within(1e28f));
        }
    }

    /** A configuration alone may ask for anything: both what no machine promises and what only all tensors together are too much for. */
    @Test
    void aModelFromNothingThatTheMemoryCannotHoldIsRefused() throws Exception {
        Path config = folder.resolve("config.json");
        for (int[] sizes : new int[][] {{65_536, 1_000_000, 1}, {8_192, 28_672, 4_000}}) {
            JsonObject json = JsonParser.parseString(Files.readString(TestModels.stories().resolve("config.json"))).getAsJsonObject();
            json.addProperty("hidden_size", sizes[0]);
            json.addProperty("intermediate_size", sizes[1]);
            json.addProperty("num_hidden_layers", sizes[2]);
            Files.writeString(config, json.toString());
            assertThatThrownBy(() -> Decoder.random(TestModels.runtime(), DecoderConfig.of(ConfigFile.read(config)), 0))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageStartingWith("Not enough memory");
        }
    }

    @Test
    void anArrayThatTheMemoryCannotHoldIsRefused() throws Exception {
        try (TensorScope scope = TestModels.runtime().root().child()) {
            assertThatThrownBy(() -> scope.zeros(1 << 20, 1 << 22))
                    .isInstanceOf(ResourceException.class)
                    .hasMessageStartingWith("Not enough memory");
        }
    }
}
