package org.hydraworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of a model of every family, also where the configuration leaves unsaid whether they are one. */
class FamilyTablesTest {

    @TempDir
    Path folder;

    static List<String> models() throws HydraException {
        return FamilyModels.names();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theFamilySaysWhetherTablesAreOneWhereTheConfigurationDoesNot(String model) throws Exception {
        JsonObject config = Json.readObject(FamilyModels.folder(model).resolve(ConfigFile.NAME));
        boolean tied = config.get("tie_word_embeddings").getAsBoolean();
        Files.copy(FamilyModels.folder(model).resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Json.write(folder.resolve(ConfigFile.NAME), config);
        try (EmbeddingTables tables = EmbeddingTables.open(folder)) {
            assertThat(tables.head().isEmpty()).isEqualTo(tied);
        }
        config.remove("tie_word_embeddings");
        Json.write(folder.resolve(ConfigFile.NAME), config);
        if (PretrainedFolder.open(folder).config().tied() == tied) {
            try (EmbeddingTables tables = EmbeddingTables.open(folder);
                    Decoder decoder = Decoder.load(TestModels.runtime(), folder, Progress.none())) {
                assertThat(tables.head().isEmpty()).isEqualTo(tied).isEqualTo(decoder.table().tied());
            }
        }
    }

    /** Under the names that the family has for them; all other tensors are copied as they lie. */
    @ParameterizedTest
    @MethodSource("models")
    void newTablesStandWhereTheOldOnesDid(String model) throws Exception {
        Path made = folder.resolve("made");
        Transfer.init(
                FamilyModels.folder(model), TestModels.stories(), TransferMethod.MEAN, null, TransferOptions.defaults(), made, Progress.none());
        try (EmbeddingTables before = EmbeddingTables.open(FamilyModels.folder(model));
                EmbeddingTables after = EmbeddingTables.open(made)) {
            assertThat(after.weights().names()).containsExactlyInAnyOrderElementsOf(before.weights().names());
            for (String name : before.weights().names()) {
                if (before.files().tables().contains(name)) {
                    assertThat(after.weights().info(name).rows()).as(name).isEqualTo(512);
                } else {
                    assertThat(Bytes.of(after.weights(), name)).as(name).isEqualTo(Bytes.of(before.weights(), name));
                }
            }
        }
        try (Decoder decoder = Decoder.load(TestModels.runtime(), made, Progress.none())) {
            assertThat(decoder.table().size()).isEqualTo(512);
        }
    }
}
