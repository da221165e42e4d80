package org.hydraworkbench.align.ibm1;

/**
 * Expected counts c(e,f) of an expectation step, as sparse rows: row 0 is NULL, unit type {@code e} of the given side is row
 * {@code e + 1}; columns are unit types of the generated side, ascending. Callers must not change the arrays.
 *
 * @param rowStarts {@code [rows + 1]} where each row starts in the other two
 * @param columns generated types
 * @param values expected counts, above 0
 */
public record ExpectedCounts(int[] rowStarts, int[] columns, double[] values) {

    /** Number of rows, NULL's included. */
    public int rows() {
        return rowStarts.length - 1;
    }

    /** Sum of a row. */
    public double total(int row) {
        double total = 0;
        for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
            total += values[k];
        }
        return total;
    }
}
