package org.hydraworkbench.model;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderConfigTest {

    private static final String SMALL = """
            {"model_type": "llama", "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2,
             "num_attention_heads": 4, "vocab_size": 100, "max_position_embeddings": 256, "rms_norm_eps": 1e-5, %s}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsTheOldForm() throws HydraException {
        DecoderConfig config = DecoderConfig.read(TestModels.stories());
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
        config.withVocabulary(120, OptionalInt.of(5), List.of(6), OptionalInt.empty()).write(folder);
        JsonObject written = JsonParser.parseString(Files.readString(folder.resolve(DecoderConfig.FILE))).getAsJsonObject();
        assertThat(written.get("some_key")).hasToString("{\"a\":[1]}");
        assertThat(written.get("vocab_size").getAsInt()).isEqualTo(120);
        assertThat(written.get("eos_token_id").getAsInt()).isEqualTo(6);
        assertThat(written.get("dtype").getAsString()).isEqualTo("float32");
        assertThat(written.has("torch_dtype")).isFalse();
    }

    @Test
    void refusesOtherKindsOfModel() {
        assertThatThrownBy(() -> read("\"model_type\": \"gpt2\""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("gpt2")
                .hasMessageContaining("config.json");
    }

    @Test
    void refusesAnActivationThatTheFamilyHasNot() {
        assertThatThrownBy(() -> read("\"hidden_act\": \"gelu\""))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("hidden_act is \"gelu\"");
    }

    @Test
    void refusesHeadsOfWhichOnlyAPartIsTurned() {
        assertThatThrownBy(() -> read("\"partial_rotary_factor\": 0.5"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("partial_rotary_factor");
    }

    /** What a configuration leaves unsaid is what the family says, as in transformers. */
    @Test
    void whatIsUnsaidIsWhatTheFamilySays() throws HydraException, IOException {
        Files.writeString(folder.resolve(DecoderConfig.FILE), """
                {"model_type": "gemma", "hidden_size": 24, "intermediate_size": 36, "num_hidden_layers": 1, "num_attention_heads": 4, "vocab_size": 9}""");
        DecoderConfig config = DecoderConfig.read(folder);
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
        Files.writeString(folder.resolve(DecoderConfig.FILE), "{\"model_type\": \"llama\"}");
        assertThatThrownBy(() -> DecoderConfig.read(folder)).hasMessageContaining("hidden_size is missing");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> read("\"vocab_size\": \"many\"")).hasMessageContaining("vocab_size must be a number");
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> DecoderConfig.read(folder.resolve("nowhere")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is missing");
    }

    private DecoderConfig read(String more) throws IOException, HydraException {
        // A repeated key is an error to our parser, so the replaced one goes.
        String key = more.substring(1, more.indexOf('"', 1));
        JsonObject object = JsonParser.parseString(SMALL.formatted("\"unused\": 0")).getAsJsonObject();
        object.remove(key);
        JsonParser.parseString("{" + more + "}").getAsJsonObject().asMap().forEach(object::add);
        Files.writeString(folder.resolve(DecoderConfig.FILE), object.toString());
        return DecoderConfig.read(folder);
    }
}
