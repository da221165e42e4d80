package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chooses the next token from scores: the best one, or a draw after temperature, top-k and top-p, in that order. */
final class Sampler {

    private final GenerationOptions options;
    private final RandomGenerator random;

    Sampler(GenerationOptions options) {
        this.options = options;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
    }

    /** The next token. */
    int choose(float[] scores) {
        if (options.temperature() == 0) {
            return Scores.best(scores, 0, scores.length);
        }
        int[] order = ranked(scores);
        double[] weights = weights(scores, order);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double mark = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            mark -= weights[i];
            if (mark < 0) {
                return order[i];
            }
        }
        return order[0];
    }

    private int[] ranked(float[] scores) {
        int[] order = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.quickSort(order, (a, b) -> {
            int byScore = Float.compare(scores[b], scores[a]);
            return byScore != 0 ? byScore : Integer.compare(a, b);
        });
        return order;
    }

    /** Weights of the tokens that may be drawn, best first; their sum is not 1. */
    private double[] weights(float[] scores, int[] order) {
        int kept = options.topK() == 0 ? order.length : Math.min(options.topK(), order.length);
        double[] weights = new double[kept];
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            weights[i] = Math.exp(((double) scores[order[i]] - scores[order[0]]) / options.temperature());
            sum += weights[i];
        }
        double reached = 0;
        for (int i = 0; i < kept; i++) {
            reached += weights[i] / sum;
            if (reached >= options.topP()) {
                return Arrays.copyOf(weights, i + 1);
            }
        }
        return weights;
    }
}
