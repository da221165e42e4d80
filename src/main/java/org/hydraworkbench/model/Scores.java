package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** Arithmetic on scores of a vocabulary, one row of V numbers inside a larger array. */
final class Scores {

    private Scores() {}

    /** Makes log-probabilities out of scores, in place. */
    static void logSoftmax(float[] scores, int start, int size) {
        double normaliser = logSum(scores, start, size);
        for (int i = start; i < start + size; i++) {
            scores[i] = (float) (scores[i] - normaliser);
        }
    }

    /** The logarithm of the sum of exponentials. */
    static double logSum(float[] scores, int start, int size) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = start; i < start + size; i++) {
            max = Math.max(max, scores[i]);
        }
        double sum = 0;
        for (int i = start; i < start + size; i++) {
            sum += Math.exp((double) scores[i] - max);
        }
        return max + Math.log(sum);
    }

    /** The place of the highest score, the first of equals, counted from {@code start}. */
    static int best(float[] scores, int start, int size) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (scores[start + i] > scores[start + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Divides the scores of tokens seen by {@code penalty}, or multiplies them when negative. */
    static void penalise(float[] scores, int start, IntOpenHashSet seen, double penalty) {
        if (penalty == 1) {
            return;
        }
        for (int id : seen) {
            float score = scores[start + id];
            scores[start + id] = (float) (score < 0 ? score * penalty : score / penalty);
        }
    }
}
