package org.hydraworkbench.eval;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Test sets drawn with replacement from the sentences of one (Efron 1979), for any measure that is computed from counts which
 * add up over sentences. Drawn by one thread, so that a seed always gives the same draws; as many sentences give the same draws,
 * whatever is measured on them.
 */
public final class Bootstrap {

    /** The two ends of an interval. */
    public record Interval(double low, double high) {}

    private final long[][] sums;

    private Bootstrap(long[][] sums) {
        this.sums = sums;
    }

    /**
     * Draws {@code samples} sets, each as large as the original one.
     *
     * @param statistics the counts of each sentence, of one length
     * @throws IllegalArgumentException without sentences or samples
     */
    public static Bootstrap draw(long[][] statistics, int samples, long seed) {
        if (statistics.length == 0 || samples < 1) {
            throw new IllegalArgumentException(samples + " draws from " + statistics.length + " sentences");
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[][] sums = new long[samples][];
        for (int s = 0; s < samples; s++) {
            sums[s] = sum(statistics, IntStream.generate(() -> random.nextInt(statistics.length)).limit(statistics.length));
        }
        return new Bootstrap(sums);
    }

    /** Takes draws that were made elsewhere: which sentences, from 0, for each. */
    static Bootstrap of(long[][] statistics, int[][] draws) {
        return new Bootstrap(Arrays.stream(draws).map(draw -> sum(statistics, Arrays.stream(draw))).toArray(long[][]::new));
    }

    /** The measure of each draw, in the order of the draws. */
    public double[] scores(ToDoubleFunction<long[]> measure) {
        return Arrays.stream(sums).mapToDouble(measure).toArray();
    }

    /**
     * The percentile interval of a measure (Efron 1981).
     *
     * @param level the share of draws inside, for example 0.95
     */
    public Interval interval(ToDoubleFunction<long[]> measure, double level) {
        return interval(scores(measure), level);
    }

    /** The percentile interval of the scores of draws. */
    static Interval interval(double[] scores, double level) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new Interval(percentile(sorted, (1 - level) / 2), percentile(sorted, (1 + level) / 2));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** The counts of all sentences together. */
    public static long[] sum(long[][] statistics) {
        return sum(statistics, IntStream.range(0, statistics.length));
    }

    private static long[] sum(long[][] statistics, IntStream sentences) {
        long[] sum = new long[statistics[0].length];
        sentences.forEach(sentence -> {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += statistics[sentence][k];
            }
        });
        return sum;
    }
}
