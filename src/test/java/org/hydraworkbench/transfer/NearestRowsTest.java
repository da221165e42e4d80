package org.hydraworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestRowsTest {

    @TempDir
    Path folder;

    private List<NearestRows.Neighbour> nearest(float[] row, int count, int without) throws Exception {
        Path file = folder.resolve("table.safetensors");
        TensorInfo info = new TensorInfo("t", DType.F32, new long[] {5, 2});
        try (SafetensorsWriter writer = SafetensorsWriter.file(file, List.of(info))) {
            float[] rows = {1, 0, 3, 3, 0, 1, -1, 0, 0, 0};
            writer.append("t", rows, rows.length);
            writer.finish();
        }
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            return NearestRows.of(SourceTable.of(source, "t"), row, count, without, Progress.none());
        }
    }

    @Test
    void ranksByAngleNotByLength() throws Exception {
        List<NearestRows.Neighbour> found = nearest(new float[] {2, 0}, 3, -1);
        assertThat(found).extracting(NearestRows.Neighbour::id).containsExactly(0, 1, 2);
        assertThat(found.get(0).cosine()).isEqualTo(1, within(1e-12));
        // The diagonal lies at 45 degrees.
        assertThat(found.get(1).cosine()).isEqualTo(Math.sqrt(0.5), within(1e-12));
        assertThat(found.get(2).cosine()).isEqualTo(0, within(1e-12));
    }

    @Test
    void leavesOutTheTokenItselfAndRowsOfZeros() throws Exception {
        assertThat(nearest(new float[] {1, 0}, 10, 0)).extracting(NearestRows.Neighbour::id).containsExactly(1, 2, 3);
    }

    @Test
    void aRowOfZerosHasNoNeighbours() throws Exception {
        assertThat(nearest(new float[] {0, 0}, 3, -1)).isEmpty();
    }
}
