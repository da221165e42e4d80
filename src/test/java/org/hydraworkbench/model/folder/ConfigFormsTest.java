package org.hydraworkbench.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.model.family.Families;
import org.hydraworkbench.model.family.Positions;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings with an old form and a new one, each as transformers of that version saves it ({@code config_forms_golden.py}). */
class ConfigFormsTest {

    @TempDir
    Path folder;

    private static JsonObject golden() throws Exception {
        return Json.readObject(TestModels.resource("/org/hydraworkbench/model/folder/config-forms.json"));
    }

    static Set<String> cases() throws Exception {
        return golden().keySet();
    }

    /** What is written after what transformers of a version saved was read. */
    private JsonObject written(String name, String version) throws Exception {
        Path file = folder.resolve("given.json");
        Json.write(file, golden().getAsJsonObject(name).getAsJsonObject(version));
        ConfigFile.read(file).write(folder);
        return Json.readObject(folder.resolve(ConfigFile.NAME));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNewFormIsWrittenBesideTheOld(String name) throws Exception {
        JsonObject written = written(name, "4");
        assertThat(written.asMap()).containsAllEntriesOf(golden().getAsJsonObject(name).getAsJsonObject("5").asMap());
        assertThat(written.asMap()).containsAllEntriesOf(golden().getAsJsonObject(name).getAsJsonObject("4").asMap());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOldFormIsWrittenBesideTheNew(String name) throws Exception {
        JsonObject written = written(name, "5");
        assertThat(written.asMap()).containsAllEntriesOf(golden().getAsJsonObject(name).getAsJsonObject("4").asMap());
        assertThat(written.asMap()).containsAllEntriesOf(golden().getAsJsonObject(name).getAsJsonObject("5").asMap());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWasWrittenIsWrittenTheSameAgain(String name) throws Exception {
        JsonObject once = written(name, "5");
        Json.write(folder.resolve("again.json"), once);
        ConfigFile.read(folder.resolve("again.json")).write(folder);
        assertThat(Json.readObject(folder.resolve(ConfigFile.NAME))).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "llama3", "linear", "yarn", "longrope", "gemma3", "gemma3-plain", "olmo3", "gpt_neox", "partial"})
    void bothFormsAreReadAlike(String name) throws Exception {
        Positions old = positions(name, "4");
        assertThat(old).isEqualTo(positions(name, "5"));
        assertThat(old.ropes().getFirst().theta()).as("that of no family").isNotEqualTo(theta(name));
    }

    private Positions positions(String name, String version) throws Exception {
        JsonObject config = golden().getAsJsonObject(name).getAsJsonObject(version);
        Map.of("hidden_size", 32, "num_attention_heads", 4, "num_hidden_layers", 4, "intermediate_size", 8, "vocab_size", 9, "head_dim", 8)
                .forEach(config::addProperty);
        Json.write(folder.resolve(ConfigFile.NAME), config);
        return PretrainedFolder.open(folder).config().positions();
    }

    private static double theta(String name) throws Exception {
        String family = golden().getAsJsonObject(name).getAsJsonObject("4").get("model_type").getAsString();
        return name.equals("linear") || name.equals("yarn") ? 0 : Families.find(family).orElseThrow().theta();
    }

    @Test
    void theTypeOfWeightsHasBothNames() throws Exception {
        JsonObject old = new JsonObject();
        old.addProperty("torch_dtype", "bfloat16");
        Json.write(folder.resolve("given.json"), old);
        ConfigFile.read(folder.resolve("given.json")).write(folder);
        JsonObject written = Json.readObject(folder.resolve(ConfigFile.NAME));
        assertThat(written.get("dtype").getAsString()).isEqualTo("bfloat16");
        assertThat(written.get("torch_dtype").getAsString()).isEqualTo("bfloat16");
        assertThat(written.size()).as("what nobody said is not said").isEqualTo(2);
    }

    /** Models without rotary embeddings, and those that leave them to their family, are not given any. */
    @Test
    void whatIsUnsaidStaysUnsaid() throws Exception {
        ConfigFile config = ConfigFile.read(TestModels.stories().resolve(ConfigFile.NAME));
        config.write(folder);
        JsonObject written = Json.readObject(folder.resolve(ConfigFile.NAME));
        JsonObject given = Json.readObject(TestModels.stories().resolve(ConfigFile.NAME));
        assertThat(written.asMap()).containsAllEntriesOf(given.asMap());
        JsonObject bare = new JsonObject();
        bare.addProperty("model_type", "gpt2");
        Json.write(folder.resolve("bare.json"), bare);
        ConfigFile.read(folder.resolve("bare.json")).write(folder);
        assertThat(Json.readObject(folder.resolve(ConfigFile.NAME))).isEqualTo(bare);
    }
}
