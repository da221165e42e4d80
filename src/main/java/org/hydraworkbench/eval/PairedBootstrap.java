package org.hydraworkbench.eval;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Whether one system beats another on more than this sample of sentences: paired bootstrap resampling (Koehn 2004). Test
 * sets of the same size are drawn with replacement, both systems are scored on each; the p-value is the share of draws whose
 * absolute difference exceeds the mean absolute difference by at least the real one (as in sacreBLEU, except that there it is
 * more than the real one, which makes two equal systems differ significantly).
 */
public final class PairedBootstrap {

    /** The share of draws inside an interval. */
    public static final double LEVEL = 0.95;

    /**
     * @param baseline the baseline's score on the whole test set
     * @param system the system's
     * @param baselineLow the lower end of the baseline's 95 % interval
     * @param baselineHigh its upper end
     * @param systemLow the lower end of the system's 95 % interval
     * @param systemHigh its upper end
     * @param difference how much more the system has than the baseline
     * @param differenceLow the lower end of its 95 % interval, by the same draws for both
     * @param differenceHigh its upper end
     * @param p the probability of so large a difference by chance, two-sided
     */
    public record Result(
            double baseline,
            double system,
            double baselineLow,
            double baselineHigh,
            double systemLow,
            double systemHigh,
            double difference,
            double differenceLow,
            double differenceHigh,
            double p) {}

    private PairedBootstrap() {}

    /**
     * Compares two systems.
     *
     * @param samples how many test sets are drawn; 1000 is usual
     * @param seed the same seed gives the same result
     * @throws IllegalArgumentException when the lists differ in length or are empty
     */
    public static Result test(
            TranslationMetric metric,
            List<String> baseline,
            List<String> system,
            List<String> references,
            int samples,
            long seed) {
        if (baseline.size() != references.size() || system.size() != references.size() || references.isEmpty()) {
            throw new IllegalArgumentException(baseline.size() + ", " + system.size() + " and " + references.size() + " lines");
        }
        return test(metric.statistics(baseline, references), metric.statistics(system, references), metric::score, samples, seed);
    }

    /**
     * Compares two systems by the counts of their sentences.
     *
     * @param baseline the counts of each sentence, which add up over sentences
     * @param system the same sentences' counts
     * @param measure the score of summed counts
     * @throws IllegalArgumentException when the systems differ in length or are empty
     */
    public static Result test(
            long[][] baseline, long[][] system, ToDoubleFunction<long[]> measure, int samples, long seed) {
        if (baseline.length != system.length) {
            throw new IllegalArgumentException(baseline.length + " and " + system.length + " sentences");
        }
        // The same seed and number of sentences: the same draws for both.
        Bootstrap base = Bootstrap.draw(baseline, samples, seed);
        Bootstrap ours = Bootstrap.draw(system, samples, seed);
        return result(
                measure.applyAsDouble(Bootstrap.sum(baseline)), measure.applyAsDouble(Bootstrap.sum(system)),
                base.scores(measure), ours.scores(measure));
    }

    /**
     * What follows from the scores of the same draws.
     *
     * @param baseline the baseline's score on the whole test set
     * @param system the system's
     */
    static Result result(double baseline, double system, double[] baselineDraws, double[] systemDraws) {
        double[] differences = new double[systemDraws.length];
        Arrays.setAll(differences, draw -> systemDraws[draw] - baselineDraws[draw]);
        double mean = Arrays.stream(differences).map(Math::abs).average().orElse(0);
        double real = Math.abs(system - baseline);
        long larger = Arrays.stream(differences).filter(d -> Math.abs(d) - mean >= real).count();
        Bootstrap.Interval base = Bootstrap.interval(baselineDraws, LEVEL);
        Bootstrap.Interval ours = Bootstrap.interval(systemDraws, LEVEL);
        Bootstrap.Interval between = Bootstrap.interval(differences, LEVEL);
        return new Result(
                baseline,
                system,
                base.low(),
                base.high(),
                ours.low(),
                ours.high(),
                system - baseline,
                between.low(),
                between.high(),
                (larger + 1.0) / (differences.length + 1.0));
    }
}
