package org.hydraworkbench.decode.choice;

/** Linear regression whose weights are kept small (Hoerl and Kennard 1970). */
final class Ridge {

    private Ridge() {}

    /**
     * The weights w that make Σ (row · w − value)² + penalty |w|² least; the last column, the constant, is free of the penalty.
     *
     * @param rows at least one, all of the same length
     * @param penalty above 0
     */
    static double[] solve(double[][] rows, double[] values, double penalty) {
        int n = rows[0].length;
        double[][] matrix = new double[n][n + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += rows[r][i] * rows[r][j];
                }
                matrix[i][n] += rows[r][i] * values[r];
            }
        }
        for (int i = 0; i < n - 1; i++) {
            matrix[i][i] += penalty;
        }
        return eliminate(matrix);
    }

    /** Gauss's elimination; the matrix is positive definite, so that nothing has to change places. */
    private static double[] eliminate(double[][] matrix) {
        int n = matrix.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                for (int j = k; j <= n; j++) {
                    matrix[i][j] -= factor * matrix[k][j];
                }
            }
        }
        double[] solved = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = matrix[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= matrix[i][j] * solved[j];
            }
            solved[i] = sum / matrix[i][i];
        }
        return solved;
    }
}
