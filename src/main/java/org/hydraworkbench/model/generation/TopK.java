package org.hydraworkbench.model.generation;

/**
 * Leaves the best k tokens, and those that are as good as the last of them (Fan et al. 2018).
 *
 * @param k at least 1
 */
record TopK(int k) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = scores[start + i];
        }
        double least = Selection.least(values, value -> 1, k);
        for (int i = start; i < start + size; i++) {
            if (scores[i] < least) {
                scores[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
