package org.hydraworkbench.model.generation;

/**
 * Leaves tokens that are at least this share as likely as the likeliest (Nguyen et al. 2024).
 *
 * @param share above 0, at most 1
 */
record MinP(double share) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        double least = scores[start + Scores.best(scores, start, size)] + Math.log(share);
        for (int i = start; i < start + size; i++) {
            if (scores[i] < least) {
                scores[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
