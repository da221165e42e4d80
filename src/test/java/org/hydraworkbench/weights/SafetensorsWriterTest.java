package org.hydraworkbench.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

    @TempDir
    Path folder;

    private static TensorInfo f32(String name, long... shape) {
        return new TensorInfo(name, DType.F32, shape);
    }

    @Test
    void writesTheSameBytesAsTheReferenceLibrary() throws Exception {
        Path file = folder.resolve("layout.safetensors");
        try (SafetensorsWriter writer =
                SafetensorsWriter.file(file, List.of(f32("a.weight", 2, 3), f32("b.weight", 2), f32("c.scalar")))) {
            writer.append("a.weight", new float[] {0, 1}, 2);
            writer.append("a.weight", new float[] {2, 3, 4, 5}, 4);
            writer.write("b.weight", new float[] {0.5f, -0.25f});
            writer.write("c.scalar", new float[] {2});
            writer.finish();
        }
        assertThat(file).hasSameBinaryContentAs(SafetensorsFileTest.golden("layout.safetensors"));
    }

    @Property(tries = 50)
    void whatIsWrittenInShardsIsReadBack(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 40) Integer> rows, @ForAll @IntRange(min = 1, max = 300) int limit)
            throws Exception {
        Path scratch = Files.createTempDirectory("shards");
        try {
            List<TensorInfo> tensors = Stream.iterate(0, i -> i + 1)
                    .limit(rows.size())
                    .map(i -> new TensorInfo("t" + i, i % 2 == 0 ? DType.F32 : DType.BF16, new long[] {rows.get(i), 3}))
                    .toList();
            try (SafetensorsWriter writer = SafetensorsWriter.model(scratch, tensors, limit)) {
                for (TensorInfo tensor : tensors) {
                    float[] values = new float[(int) tensor.elements()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = i;
                    }
                    writer.write(tensor.name(), values);
                }
                writer.finish();
            }
            try (ModelWeights weights = ModelWeights.open(scratch)) {
                assertThat(weights.names()).containsExactlyInAnyOrderElementsOf(
                        tensors.stream().map(TensorInfo::name).toList());
                for (TensorInfo tensor : tensors) {
                    assertThat(weights.info(tensor.name())).isEqualTo(tensor);
                    float[] values = weights.floats(tensor.name());
                    for (int i = 0; i < values.length; i++) {
                        assertThat(values[i]).isEqualTo(i);
                    }
                }
            }
        } finally {
            Folders.delete(scratch);
        }
    }

    @Test
    void splitsAtTheLimitAndWritesAnIndex() throws Exception {
        try (SafetensorsWriter writer =
                SafetensorsWriter.model(folder, List.of(f32("a", 2), f32("b", 2), f32("c", 2)), 16)) {
            for (String name : List.of("a", "b", "c")) {
                writer.write(name, new float[2]);
            }
            writer.finish();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json");
        }
        assertThat(folder.resolve("model.safetensors.index.json")).content().contains("\"total_size\":24");
    }

    @Test
    void nothingRemainsOfAnUnfinishedFile() throws Exception {
        try (SafetensorsWriter writer = SafetensorsWriter.file(folder.resolve("x.safetensors"), List.of(f32("a", 2)))) {
            writer.append("a", new float[1], 1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void insistsOnTheDeclaredOrder() throws Exception {
        try (SafetensorsWriter writer =
                SafetensorsWriter.file(folder.resolve("x.safetensors"), List.of(f32("a", 2), f32("b", 2)))) {
            assertThatThrownBy(() -> writer.write("b", new float[2])).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class).hasMessageContaining("not written");
        }
    }

    @Test
    void refusesPickledWeightsWithASentence() throws Exception {
        Files.createFile(folder.resolve("pytorch_model.bin"));
        assertThatThrownBy(() -> ModelWeights.open(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("can carry code");
    }

    @Test
    void refusesAnIndexThatLeavesTheFolder() throws Exception {
        Files.writeString(folder.resolve(ModelWeights.INDEX), "{\"weight_map\":{\"a\":\"../a.safetensors\"}}");
        assertThatThrownBy(() -> ModelWeights.open(folder)).hasMessageContaining("not in \"../a.safetensors\"");
    }

    @Test
    void refusesAnIndexThatNamesAShardThatNoFileCanBeCalled() throws Exception {
        Files.writeString(folder.resolve(ModelWeights.INDEX), "{\"weight_map\":{\"a\":\"a\\u0000.safetensors\"}}");
        assertThatThrownBy(() -> ModelWeights.open(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not in \"a\\u0000.safetensors\"");
    }

    @Test
    void refusesAnIndexThatNamesAMissingShard() throws Exception {
        Files.writeString(folder.resolve(ModelWeights.INDEX), "{\"weight_map\":{\"a\":\"a.safetensors\"}}");
        assertThatThrownBy(() -> ModelWeights.open(folder)).hasMessageContaining("a.safetensors: there is no such file");
    }
}
