package org.hydraworkbench.model.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.family.Rope;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderConfigTest {

    private static final String SMALL = """
            {"model_type": "llama", "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2,
             "num_attention_heads": 4, "vocab_size": 100, "max_position_embeddings": 256, "rms_norm_eps": 1e-5, %s}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheOldForm() throws HydraException {
        DecoderConfig config = PretrainedFolder.open(TestModels.stories()).config();
        assertThat(config.kvHeads()).isEqualTo(4);
        assertThat(config.headDim()).isEqualTo(8);
        assertThat(config.positions().ropes().getFirst()).isEqualTo(new Rope(10000, null));
        assertThat(config.tied()).isTrue();
        assertThat(config.bosId()).isEqualTo(OptionalInt.of(1));
        assertThat(config.eosIds()).containsExactly(2);
    }

    @Test
    void readsTheNewFormWithScaling() throws HydraException, IOException {
        DecoderConfig config = read("""
                "rope_parameters": {"rope_type": "llama3", "rope_theta": 500000.0, "factor": 8.0, "low_freq_factor": 1.0,
                "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}""");
        assertThat(config.positions().ropes().getFirst()).isEqualTo(new Rope(500000, new Rope.Llama3(8, 1, 4, 8192)));
    }

    @Test
    void readsTheOldFormWithScaling() throws HydraException, IOException {
        DecoderConfig config = read("""
                "rope_theta": 500000.0, "rope_scaling": {"type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
                "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}""");
        assertThat(config.positions().ropes().getFirst()).isEqualTo(new Rope(500000, new Rope.Llama3(8, 1, 4, 8192)));
    }

    @Test
    void readsSeveralEndTokens() throws HydraException, IOException {
        assertThat(read("\"eos_token_id\": [7, 9]").eosIds()).containsExactly(7, 9);
    }

    @Test
    void keepsKeysItDoesNotKnow() throws HydraException, IOException {
        DecoderConfig config = read("\"some_key\": {\"a\": [1]}, \"torch_dtype\": \"bfloat16\"");
        config.withVocabulary(120, OptionalInt.of(5), List.of(6), OptionalInt.empty()).write(folder, DType.F32);
        JsonObject written = JsonParser.parseString(Files.readString(folder.resolve(ConfigFile.NAME))).getAsJsonObject();
        assertThat(written.get("some_key")).hasToString("{\"a\":[1]}");
        assertThat(written.get("vocab_size").getAsInt()).isEqualTo(120);
        assertThat(written.get("eos_token_id").getAsInt()).isEqualTo(6);
        assertThat(written.get("dtype").getAsString()).isEqualTo("float32");
        assertThat(written.get("torch_dtype").getAsString()).isEqualTo("float32");
    }

    @ParameterizedTest
    @CsvSource({
        "mixtral, mixture of experts",
        "qwen2_moe, mixture of experts",
        "qwen3_moe, mixture of experts",
        "gpt_oss, mixture of experts",
        "deepseek_v3, mixture of experts",
        "llava, more than text",
        "gemma3, more than text",
        "mamba, carry a state",
        "t5, an encoder beside its decoder",
        "bert, writes none",
        "spiral, this program runs decoders of the families llama",
    })
    void refusesOtherKindsOfModelWithTheReason(String type, String reason) {
        assertThatThrownBy(() -> read("\"model_type\": \"" + type + "\""))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("config.json", "\"" + type + "\"", reason);
    }

    @ParameterizedTest
    @CsvSource({"num_local_experts, 8, mixture of experts", "is_encoder_decoder, true, an encoder beside its decoder", "vision_config, {}, more than text"})
    void theConfigurationOfAnUnknownKindMayTellWhatItIs(String key, String value, String reason) {
        assertThatThrownBy(() -> read("\"model_type\": \"spiral\", \"" + key + "\": " + value))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("\"spiral\"", reason);
    }

    @Test
    void refusesAnActivationThatIsNotThere() {
        assertThatThrownBy(() -> read("\"hidden_act\": \"relu2\""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hidden_act is \"relu2\"");
    }

    @Test
    void refusesHeadsOfWhichOnlyAPartIsTurned() {
        assertThatThrownBy(() -> read("\"partial_rotary_factor\": 0.5"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("partial_rotary_factor");
    }

    private DecoderConfig readWhole(String json) throws IOException, HydraException {
        Files.writeString(folder.resolve(ConfigFile.NAME), json);
        return PretrainedFolder.open(folder).config();
    }

    @Test
    void bothFormsOfGptNeoXSayTheSame() throws HydraException, IOException {
        String sizes = """
                {"model_type": "gpt_neox", "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2, "num_attention_heads": 4,
                 "vocab_size": 100, "max_position_embeddings": 256, %s}""";
        DecoderConfig old = readWhole(sizes.formatted("\"rotary_pct\": 0.5, \"rotary_emb_base\": 1000"));
        assertThat(old.positions().ropes()).containsExactly(new Rope(1000, .5, null));
        DecoderConfig later = readWhole(sizes.formatted("\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 1000, \"partial_rotary_factor\": 0.5}"));
        assertThat(later.positions()).isEqualTo(old.positions());
        DecoderConfig silent = readWhole(sizes.formatted("\"use_cache\": true"));
        assertThat(silent.positions().ropes()).as("what transformers takes").containsExactly(new Rope(10_000, .25, null));
    }

    @Test
    void gpt2HasNamesOfItsOwnForItsSizes() throws HydraException, IOException {
        DecoderConfig config = readWhole("""
                {"model_type": "gpt2", "n_embd": 24, "n_layer": 2, "n_head": 4, "n_positions": 32, "n_inner": null, "vocab_size": 9}""");
        assertThat(config.hiddenSize()).isEqualTo(24);
        assertThat(config.intermediateSize()).isEqualTo(96);
        assertThat(config.contextLength()).isEqualTo(32);
        assertThat(config.tied()).isTrue();
        assertThatThrownBy(() -> readWhole("{\"model_type\": \"gpt2\"}")).hasMessageContaining("n_embd is missing");
        assertThatThrownBy(() -> readWhole("""
                {"model_type": "gpt2", "n_embd": 24, "n_layer": 2, "n_head": 4, "vocab_size": 9, "scale_attn_by_inverse_layer_idx": true}"""))
                .hasMessageContaining("scale_attn_by_inverse_layer_idx is true");
    }

    /** What a configuration leaves unsaid is what the family says, as in transformers. */
    @Test
    void whatIsUnsaidIsWhatTheFamilySays() throws HydraException, IOException {
        Files.writeString(folder.resolve(ConfigFile.NAME), """
                {"model_type": "gemma", "hidden_size": 24, "intermediate_size": 36, "num_hidden_layers": 1, "num_attention_heads": 4, "vocab_size": 9}""");
        DecoderConfig config = PretrainedFolder.open(folder).config();
        assertThat(config.tied()).isTrue();
        assertThat(config.headDim()).isEqualTo(256);
        assertThat(config.contextLength()).isEqualTo(8192);
        assertThat(config.kvHeads()).isEqualTo(4);
    }

    @Test
    void refusesOtherPositionEmbeddings() {
        assertThatThrownBy(() -> read("\"rope_scaling\": {\"rope_type\": \"spiral\", \"factor\": 4}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("spiral");
    }

    @Test
    void namesAMissingKey() throws IOException {
        Files.writeString(folder.resolve(ConfigFile.NAME), "{\"model_type\": \"llama\"}");
        assertThatThrownBy(() -> PretrainedFolder.open(folder).config()).hasMessageContaining("hidden_size is missing");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> read("\"vocab_size\": \"many\"")).hasMessageContaining("vocab_size must be a number");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatThrownBy(() -> PretrainedFolder.open(folder.resolve("nowhere")).config())
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("nowhere") + ": there is no such folder");
    }

    private DecoderConfig read(String more) throws IOException, HydraException {
        // A repeated key is an error to our parser, so the replaced one goes.
        String key = more.substring(1, more.indexOf('"', 1));
        JsonObject object = JsonParser.parseString(SMALL.formatted("\"unused\": 0")).getAsJsonObject();
        object.remove(key);
        JsonParser.parseString("{" + more + "}").getAsJsonObject().asMap().forEach(object::add);
        Files.writeString(folder.resolve(ConfigFile.NAME), object.toString());
        return PretrainedFolder.open(folder).config();
    }
}
