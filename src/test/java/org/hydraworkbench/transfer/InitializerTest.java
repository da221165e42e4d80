package org.hydraworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitializerTest {

    @TempDir
    Path folder;

    private SafetensorsFile table(float[][] rows) throws Exception {
        Path file = folder.resolve("table.safetensors");
        int width = rows[0].length;
        TensorInfo info = new TensorInfo("t", DType.F32, new long[] {rows.length, width});
        try (SafetensorsWriter writer = SafetensorsWriter.file(file, List.of(info))) {
            for (float[] row : rows) {
                writer.append("t", row, width);
            }
            writer.finish();
        }
        return SafetensorsFile.open(file);
    }

    private static float[] row(Initializer method, SourceTable table, int target) throws Exception {
        float[] row = new float[table.width()];
        method.over(table).row(target, row);
        return row;
    }

    @Test
    void meanIsTheMeanOfAllRows() throws Exception {
        try (SafetensorsFile file = table(new float[][] {{1, 2}, {3, 4}, {5, 9}})) {
            assertThat(row(new MeanRows(), SourceTable.of(file, "t"), 7)).containsExactly(3, 5);
        }
    }

    @Test
    void randomRowsHaveTheMeanAndCovarianceOfTheSourceRows() throws Exception {
        Random random = new Random(3);
        float[][] rows = new float[400][];
        for (int i = 0; i < rows.length; i++) {
            float a = (float) random.nextGaussian();
            float b = (float) random.nextGaussian();
            rows[i] = new float[] {1 + a, 2 + 0.5f * a + 0.1f * b, -3 * b, 4};
        }
        int draws = 40_000;
        double[][] moments = moments(rows, rows.length);
        try (SafetensorsFile file = table(rows)) {
            SourceTable source = SourceTable.of(file, "t");
            Initializer.Rows made = new RandomRows(11).over(source);
            float[][] drawn = new float[draws][4];
            for (int t = 0; t < draws; t++) {
                made.row(t, drawn[t]);
            }
            double[][] ours = moments(drawn, draws);
            for (int i = 0; i < moments.length; i++) {
                for (int j = 0; j < moments[i].length; j++) {
                    assertThat(ours[i][j]).isCloseTo(moments[i][j], within(0.15));
                }
            }
            assertThat(drawn[5][3]).as("a column without variance").isEqualTo(4f);
        }
    }

    /** The mean in row 0, the covariance below it. */
    private static double[][] moments(float[][] rows, int n) {
        int width = rows[0].length;
        double[][] moments = new double[width + 1][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                moments[0][i] += row[i] / (double) n;
            }
        }
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    moments[i + 1][j] += (row[i] - moments[0][i]) * (row[j] - moments[0][j]) / n;
                }
            }
        }
        return moments;
    }

    @Test
    void randomRowsRepeatForASeedAndDifferBetweenSeeds() throws Exception {
        try (SafetensorsFile file = table(new float[][] {{1, 2}, {3, 4}, {5, 9}})) {
            SourceTable source = SourceTable.of(file, "t");
            assertThat(row(new RandomRows(5), source, 2)).containsExactly(row(new RandomRows(5), source, 2));
            assertThat(row(new RandomRows(5), source, 2)).isNotEqualTo(row(new RandomRows(6), source, 2));
            assertThat(row(new RandomRows(5), source, 2)).isNotEqualTo(row(new RandomRows(5), source, 3));
        }
    }

    @Test
    void fewerRowsThanColumnsAreNoObstacle() throws Exception {
        try (SafetensorsFile file = table(new float[][] {{1, 2, 3, 4}, {3, 5, 7, 9}})) {
            float[] row = row(new RandomRows(5), SourceTable.of(file, "t"), 0);
            // Both source rows lie on one line, so every draw does.
            double along = (row[0] - 2) / 1.0;
            assertThat(row[1]).isCloseTo((float) (3.5 + 1.5 * along), within(1e-5f));
            assertThat(row[3]).isCloseTo((float) (6.5 + 2.5 * along), within(1e-5f));
        }
    }
}
