package org.hydraworkbench.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether translations are as good as was expected of them: a reliability table (DeGroot and Fienberg 1983) of expected against achieved
 * scores, both 0 to 100.
 *
 * @param bins those that have sentences, by growing expectation
 * @param calibrationError how far the means of the bins are apart, weighted by their sentences (Naeini et al. 2015)
 * @param absoluteError how far a sentence is from what was expected of it, in the mean
 * @param correlation of expected and achieved scores (Pearson's); NaN when one of them is always the same
 */
public record Reliability(List<Bin> bins, double calibrationError, double absoluteError, double correlation) {

    /** Bins of the usual table, each 10 wide. */
    public static final int BINS = 10;

    private static final double MOST = 100;

    /**
     * Sentences of which something similar was expected.
     *
     * @param from the least that was expected of one of them
     * @param to the upper end, which belongs to the next bin
     * @param sentences how many
     * @param expected the mean of what was expected
     * @param achieved the mean of what they have
     */
    public record Bin(double from, double to, int sentences, double expected, double achieved) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Makes the table.
     *
     * @param expected of each sentence, 0 to 100
     * @param achieved by each sentence, 0 to 100
     * @throws IllegalArgumentException when there are not as many of each, or none
     */
    public static Reliability of(double[] expected, double[] achieved) {
        if (expected.length != achieved.length || expected.length == 0) {
            throw new IllegalArgumentException(expected.length + " expected and " + achieved.length + " achieved scores");
        }
        List<Bin> bins = new ArrayList<>();
        double calibration = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int number = bin;
            int[] inside = IntStream.range(0, expected.length).filter(k -> binOf(expected[k]) == number).toArray();
            if (inside.length > 0) {
                double said = Arrays.stream(inside).mapToDouble(k -> expected[k]).average().orElseThrow();
                double done = Arrays.stream(inside).mapToDouble(k -> achieved[k]).average().orElseThrow();
                bins.add(new Bin(bin * MOST / BINS, (bin + 1) * MOST / BINS, inside.length, said, done));
                calibration += Math.abs(said - done) * inside.length / expected.length;
            }
        }
        double absolute = IntStream.range(0, expected.length)
                .mapToDouble(k -> Math.abs(expected[k] - achieved[k]))
                .average()
                .orElseThrow();
        return new Reliability(bins, calibration, absolute, correlation(expected, achieved));
    }

    private static int binOf(double expected) {
        return Math.clamp((int) Math.floor(expected * BINS / MOST), 0, BINS - 1);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double both = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int k = 0; k < x.length; k++) {
            both += (x[k] - meanX) * (y[k] - meanY);
            squaresX += (x[k] - meanX) * (x[k] - meanX);
            squaresY += (y[k] - meanY) * (y[k] - meanY);
        }
        return squaresX == 0 || squaresY == 0 ? Double.NaN : both / Math.sqrt(squaresX * squaresY);
    }
}
