package org.hydraworkbench.eval;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * How good translations are of sentences that are near to those learnt from, and of the others. A test set that was drawn from the same text
 * as the training set is full of near ones, and a system that remembers looks good on it; what it learnt shows with the far ones.
 *
 * @param near number of near sentences
 * @param nearScore the score of these alone, 0 to 100; NaN where there is none
 * @param far number of the others
 * @param farScore the score of these alone, 0 to 100; NaN where there is none
 */
public record NearFar(int near, double nearScore, int far, double farScore) {

    /** How alike the most similar source that was learnt from must be, 0 to 1. */
    public static final double NEAR = .5;

    /**
     * Measures both.
     *
     * @param ratios how alike the most similar source that was learnt from is, 0 to 1, line by line
     * @throws IllegalArgumentException when the lists differ in length
     */
    public static NearFar of(TranslationMetric metric, List<String> hypotheses, List<String> references, double[] ratios) {
        if (hypotheses.size() != references.size() || ratios.length != references.size()) {
            throw new IllegalArgumentException(hypotheses.size() + ", " + references.size() + " and " + ratios.length + " lines");
        }
        int[] near = lines(ratios, ratio -> ratio >= NEAR);
        int[] far = lines(ratios, ratio -> !(ratio >= NEAR));
        return new NearFar(
                near.length, score(metric, hypotheses, references, near), far.length, score(metric, hypotheses, references, far));
    }

    private static int[] lines(double[] ratios, DoublePredicate which) {
        return IntStream.range(0, ratios.length).filter(line -> which.test(ratios[line])).toArray();
    }

    private static double score(TranslationMetric metric, List<String> hypotheses, List<String> references, int[] lines) {
        return lines.length == 0
                ? Double.NaN
                : metric.corpus(
                        IntStream.of(lines).mapToObj(hypotheses::get).toList(),
                        IntStream.of(lines).mapToObj(references::get).toList());
    }
}
