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

class TableFactsTest {

    @Test
    void countsRowsOfTheirOwnAndTheMeanLength(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("table.safetensors");
        TensorInfo info = new TensorInfo("t", DType.F32, new long[] {4, 2});
        try (SafetensorsWriter writer = SafetensorsWriter.file(file, List.of(info))) {
            float[] rows = {3, 4, 0, 1, 6, 8, 0, 1};
            writer.append("t", rows, rows.length);
            writer.finish();
        }
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            TableFacts facts = TableFacts.of(SourceTable.of(source, "t"), Progress.none());
            assertThat(facts.rows()).isEqualTo(4);
            // Lengths 5, 1, 10 and 1; the second and the fourth row are the same.
            assertThat(facts.meanNorm()).isEqualTo(17.0 / 4, within(1e-9));
            assertThat(facts.ownRows()).isEqualTo(0.5);
        }
    }
}
