package org.hydraworkbench.transfer;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;

/**
 * Rows drawn from N(μ, Σ), with mean and full covariance of the source rows (Hewitt 2021, "Initializing new word embeddings
 * for pretrained language models"): μ + L·z with Σ = L·Lᵀ by Cholesky and z standard normal. Σ is divided by the number of
 * rows; a direction in which the rows do not vary stays without variance. Each row has its own generator, seeded by seed,
 * table and token, so the values do not depend on the number of threads.
 */
public final class RandomRows implements Initializer {

    private static final int BLOCK = 256;
    private static final double NO_VARIANCE = 1e-12;

    private final long seed;

    public RandomRows(long seed) {
        this.seed = seed;
    }

    @Override
    public Rows over(SourceTable source) throws HydraException {
        double[] mean = source.mean();
        double[][] factor = covariance(source, mean);
        cholesky(factor);
        long tableSeed = seed * 0x9E3779B97F4A7C15L + source.name().hashCode();
        return (target, into) -> {
            SplittableRandom random = new SplittableRandom(tableSeed ^ (target * 0xD1B54A32D192ED03L));
            double[] z = new double[mean.length];
            Arrays.setAll(z, i -> random.nextGaussian());
            for (int i = 0; i < mean.length; i++) {
                double value = mean[i];
                for (int j = 0; j <= i; j++) {
                    value += factor[i][j] * z[j];
                }
                into[i] = (float) value;
            }
        };
    }

    /** The lower triangle of the covariance; blocks of rows in order, so that the sums have one order. */
    private static double[][] covariance(SourceTable source, double[] mean) throws HydraException {
        int width = mean.length;
        double[][] covariance = new double[width][];
        Arrays.setAll(covariance, i -> new double[i + 1]);
        double[][] block = new double[BLOCK][width];
        float[] row = new float[width];
        for (int first = 0; first < source.rows(); first += BLOCK) {
            int count = Math.min(BLOCK, source.rows() - first);
            for (int r = 0; r < count; r++) {
                source.row(first + r, row);
                for (int i = 0; i < width; i++) {
                    block[r][i] = row[i] - mean[i];
                }
            }
            IntStream.range(0, width).parallel().forEach(i -> {
                double[] sums = covariance[i];
                for (int r = 0; r < count; r++) {
                    double[] centred = block[r];
                    double x = centred[i];
                    for (int j = 0; j <= i; j++) {
                        sums[j] += x * centred[j];
                    }
                }
            });
        }
        for (double[] sums : covariance) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] /= source.rows();
            }
        }
        return covariance;
    }

    /** Replaces a lower triangle by its Cholesky factor; a column without variance becomes zero. */
    private static void cholesky(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        double threshold = largest * NO_VARIANCE;
        for (int j = 0; j < matrix.length; j++) {
            int column = j;
            double pivot = matrix[j][j] - dot(matrix[j], matrix[j], j);
            double root = pivot > threshold ? Math.sqrt(pivot) : 0;
            matrix[j][j] = root;
            IntStream.range(j + 1, matrix.length).parallel().forEach(i -> {
                double rest = matrix[i][column] - dot(matrix[i], matrix[column], column);
                matrix[i][column] = root == 0 ? 0 : rest / root;
            });
        }
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
