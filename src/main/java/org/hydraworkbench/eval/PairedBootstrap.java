package org.hydraworkbench.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether one system beats another on more than this sample of sentences: paired bootstrap resampling (Koehn 2004). Test
 * sets of the same size are drawn with replacement, both systems are scored on each; the p-value is the share of draws whose
 * absolute difference exceeds the mean absolute difference by more than the real one (as in sacreBLEU; the draws differ,
 * since the generator does).
 */
public final class PairedBootstrap {

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
        long[][] base = statistics(metric, baseline, references);
        long[][] ours = statistics(metric, system, references);
        int[] everything = new int[references.size()];
        Arrays.setAll(everything, i -> i);
        double baseScore = score(metric, base, everything);
        double ourScore = score(metric, ours, everything);
        SplittableRandom random = new SplittableRandom(seed);
        double[] baseScores = new double[samples];
        double[] ourScores = new double[samples];
        double[] differences = new double[samples];
        for (int s = 0; s < samples; s++) {
            int[] draw = random.ints(references.size(), 0, references.size()).toArray();
            baseScores[s] = score(metric, base, draw);
            ourScores[s] = score(metric, ours, draw);
            differences[s] = Math.abs(ourScores[s] - baseScores[s]);
        }
        double mean = Arrays.stream(differences).average().orElse(0);
        double real = Math.abs(ourScore - baseScore);
        long larger = Arrays.stream(differences).filter(d -> d - mean > real).count();
        Arrays.sort(baseScores);
        Arrays.sort(ourScores);
        return new Result(
                baseScore,
                ourScore,
                percentile(baseScores, 0.025),
                percentile(baseScores, 0.975),
                percentile(ourScores, 0.025),
                percentile(ourScores, 0.975),
                (larger + 1.0) / (samples + 1.0));
    }

    private static long[][] statistics(TranslationMetric metric, List<String> hypotheses, List<String> references) {
        List<long[]> all = new ArrayList<>(references.size());
        for (int i = 0; i < references.size(); i++) {
            all.add(metric.statistics(hypotheses.get(i), references.get(i)));
        }
        return all.toArray(long[][]::new);
    }

    private static double score(TranslationMetric metric, long[][] statistics, int[] draw) {
        long[] sum = new long[statistics[0].length];
        for (int sentence : draw) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += statistics[sentence][k];
            }
        }
        return metric.score(sum);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
