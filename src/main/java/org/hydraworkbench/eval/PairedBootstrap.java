package org.hydraworkbench.eval;

import java.util.ArrayList;
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

    private static final double LEVEL = 0.95;

    /**
     * @param baseline the baseline's score on the whole test set
     * @param system the system's
     * @param baselineLow the lower end of the baseline's 95 % interval
     * @param baselineHigh its upper end
     * @param systemLow the lower end of the system's 95 % interval
     * @param systemHigh its upper end
     * @param p the probability of so large a difference by chance, two-sided
     */
    public record Result(
            double baseline,
            double system,
            double baselineLow,
            double baselineHigh,
            double systemLow,
            double systemHigh,
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
        return test(statistics(metric, baseline, references), statistics(metric, system, references), metric::score, samples, seed);
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
        double baseScore = measure.applyAsDouble(Bootstrap.sum(baseline));
        double ourScore = measure.applyAsDouble(Bootstrap.sum(system));
        // The same seed and number of sentences: the same draws for both.
        Bootstrap base = Bootstrap.draw(baseline, samples, seed);
        Bootstrap ours = Bootstrap.draw(system, samples, seed);
        double[] baseScores = base.scores(measure);
        double[] differences = ours.scores(measure);
        for (int s = 0; s < samples; s++) {
            differences[s] = Math.abs(differences[s] - baseScores[s]);
        }
        double mean = Arrays.stream(differences).average().orElse(0);
        double real = Math.abs(ourScore - baseScore);
        long larger = Arrays.stream(differences).filter(d -> d - mean >= real).count();
        Bootstrap.Interval baseInterval = base.interval(measure, LEVEL);
        Bootstrap.Interval ourInterval = ours.interval(measure, LEVEL);
        return new Result(
                baseScore,
                ourScore,
                baseInterval.low(),
                baseInterval.high(),
                ourInterval.low(),
                ourInterval.high(),
                (larger + 1.0) / (samples + 1.0));
    }

    private static long[][] statistics(TranslationMetric metric, List<String> hypotheses, List<String> references) {
        List<long[]> all = new ArrayList<>(references.size());
        for (int i = 0; i < references.size(); i++) {
            all.add(metric.statistics(hypotheses.get(i), references.get(i)));
        }
        return all.toArray(long[][]::new);
    }
}
