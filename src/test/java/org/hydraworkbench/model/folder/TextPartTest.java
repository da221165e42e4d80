package org.hydraworkbench.model.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Session;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that sees and writes, with what transformers writes after a text ({@code nested_golden.py}). */
class TextPartTest {

    private static final Path MODEL = TestModels.resource("/org/hydraworkbench/model/folder/gemma3");

    @TempDir
    Path folder;

    private record Golden(int[] ids, float[][] logits) {}

    /** Keeps what is logged. */
    private static final class Log implements Progress {

        final List<String> lines = new ArrayList<>();

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {
            lines.add(line);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private static void assertLogits(Path model, Progress progress) throws Exception {
        Golden golden = new Gson().fromJson(Files.readString(MODEL.resolve("golden.json")), Golden.class);
        try (Decoder decoder = Decoder.load(TestModels.runtime(), model, progress);
                Session session = new Session(decoder)) {
            for (int i = 0; i < golden.ids().length; i++) {
                assertThat(session.feed(decoder.table(), new int[] {golden.ids()[i]}, decoder.table()))
                        .usingComparatorWithPrecision(1e-4f)
                        .containsExactly(golden.logits()[i]);
            }
        }
    }

    @Test
    void theTextPartIsReadAndThatIsSaid() throws Exception {
        Log log = new Log();
        assertLogits(MODEL, log);
        assertThat(log.lines).containsExactly(
                MODEL + ": this model can see as well; only the part of it that reads and writes text is taken.");
        assertThat(PretrainedFolder.open(MODEL).stopIds()).as("said of the whole").containsExactlyInAnyOrder(1, 5);
    }

    @Test
    void aCopyIsAModelOfItsOwn() throws Exception {
        PretrainedFolder.open(MODEL).copyTo(folder.resolve("copy"), Progress.none());
        Log log = new Log();
        assertLogits(folder.resolve("copy"), log);
        assertThat(log.lines).isEmpty();
        JsonObject config = Json.readObject(folder.resolve("copy/config.json"));
        assertThat(config.get("model_type").getAsString()).isEqualTo("gemma3_text");
        assertThat(config.getAsJsonArray("architectures").get(0).getAsString()).isEqualTo("Gemma3ForCausalLM");
        try (ModelWeights weights = ModelWeights.open(folder.resolve("copy"))) {
            assertThat(weights.names()).contains("model.embed_tokens.weight").noneMatch(name -> name.contains("vision"));
        }
    }

    /** Transformers 5 keeps such models in memory by names that some programs have saved. */
    @Test
    void namesMayBeginInTwoWays() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Folders.copyFile(MODEL.resolve("config.json"), other.resolve("config.json"), Progress.none());
        try (ModelWeights weights = ModelWeights.open(MODEL)) {
            Map<String, String> names = new java.util.LinkedHashMap<>();
            weights.names().forEach(name -> names.put(name.replace("language_model.model.", "model.language_model."), name));
            List<TensorInfo> infos = new ArrayList<>();
            for (Map.Entry<String, String> name : names.entrySet()) {
                infos.add(weights.info(name.getValue()).named(name.getKey()));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.model(other, infos, Long.MAX_VALUE)) {
                for (Map.Entry<String, String> name : names.entrySet()) {
                    writer.copy(name.getKey(), weights, name.getValue());
                }
                writer.finish();
            }
        }
        assertLogits(other, Progress.none());
    }

    @Test
    void itsTablesAreFound() throws Exception {
        try (EmbeddingTables tables = EmbeddingTables.open(MODEL)) {
            assertThat(tables.input().rows()).isEqualTo(70);
            assertThat(tables.head()).as("tied, as its family is").isEmpty();
        }
    }

    /** The numbers are those of Gemma3TextConfig of transformers, by which the published model of four thousand million parameters goes. */
    @Test
    void whatItsConfigurationLeavesUnsaidIsKnown() throws Exception {
        JsonObject config = Json.readObject(MODEL.resolve("config.json"));
        JsonObject text = config.getAsJsonObject("text_config");
        List.of("vocab_size", "head_dim").forEach(text::remove);
        text.addProperty("hidden_size", 2560);
        Json.write(folder.resolve("config.json"), config);
        DecoderConfig read = PretrainedFolder.open(folder).config();
        assertThat(List.of(read.heads(), read.kvHeads(), read.headDim(), read.vocabularySize())).containsExactly(8, 4, 256, 262_208);
        assertThat(read.contextLength()).isEqualTo(131_072);
    }
}
