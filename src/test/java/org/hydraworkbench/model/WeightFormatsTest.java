package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightFormatsTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(value = DType.class, names = {"F32", "F16", "BF16"})
    void valuesOfEveryTypeAndShardAreReadExactly(DType type) throws HydraException, IOException {
        copyAs(type);
        Path saved = Files.createDirectory(folder.resolve("saved"));
        try (Decoder decoder = Decoder.load(TestModels.runtime(), folder, Progress.none())) {
            decoder.save(saved, Progress.none());
        }
        try (ModelWeights before = ModelWeights.open(folder);
                ModelWeights after = ModelWeights.open(saved)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
            }
        }
    }

    @Test
    void weightsThatDoNotFitTheConfigurationAreNamed() throws HydraException, IOException {
        copyAs(DType.F32);
        Path config = folder.resolve(ConfigFile.NAME);
        Files.writeString(config, Files.readString(config).replace("\"intermediate_size\": 172", "\"intermediate_size\": 170"));
        assertThatThrownBy(() -> Decoder.load(TestModels.runtime(), folder, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("model.layers.0.mlp.gate_proj.weight")
                .hasMessageContaining("[172, 64]")
                .hasMessageContaining("[170, 64]");
    }

    private void copyAs(DType type) throws HydraException, IOException {
        Files.copy(TestModels.stories().resolve(ConfigFile.NAME), folder.resolve(ConfigFile.NAME));
        try (ModelWeights source = ModelWeights.open(TestModels.stories())) {
            List<TensorInfo> infos = new ArrayList<>();
            for (String name : source.names()) {
                infos.add(new TensorInfo(name, type, source.info(name).shape()));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.model(folder, infos, 200_000)) {
                for (String name : source.names()) {
                    writer.write(name, source.floats(name));
                }
                writer.finish();
            }
        }
    }
}
