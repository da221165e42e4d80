package org.hydraworkbench.align;

import java.util.Arrays;

/**
 * Translation probabilities t(f|e) as sparse rows, see {@link ExpectedCounts} for the layout.
 *
 * @param rowStarts {@code [rows + 1]}
 * @param columns generated types, ascending within a row
 * @param values probabilities
 */
record LexicalTable(int[] rowStarts, int[] columns, float[] values) {

    /** Cells below this are left out: they cannot change a posterior by more than one in a hundred thousand times their number. */
    static final double SMALLEST = 1e-7;

    /** Normalises each row and drops what is negligible. */
    static LexicalTable of(ExpectedCounts counts) {
        int rows = counts.rows();
        int[] rowStarts = new int[rows + 1];
        int[] columns = new int[counts.columns().length];
        float[] values = new float[columns.length];
        int n = 0;
        for (int r = 0; r < rows; r++) {
            double total = counts.total(r);
            for (int k = counts.rowStarts()[r]; k < counts.rowStarts()[r + 1]; k++) {
                double t = counts.values()[k] / total;
                if (t >= SMALLEST) {
                    columns[n] = counts.columns()[k];
                    values[n++] = (float) t;
                }
            }
            rowStarts[r + 1] = n;
        }
        return new LexicalTable(rowStarts, Arrays.copyOf(columns, n), Arrays.copyOf(values, n));
    }

    int rows() {
        return rowStarts.length - 1;
    }

    /** t(f|e) for {@code row = e + 1}, or row 0 for NULL; 0 where they never met. */
    float value(int row, int column) {
        int low = rowStarts[row];
        int high = rowStarts[row + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int c = columns[middle];
            if (c < column) {
                low = middle + 1;
            } else if (c > column) {
                high = middle - 1;
            } else {
                return values[middle];
            }
        }
        return 0f;
    }
}
