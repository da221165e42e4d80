package org.hydraworkbench.model.generation;

/**
 * Leaves the fewest tokens, the likeliest first, whose probabilities reach a sum (nucleus sampling, Holtzman et al. 2020); at least one.
 *
 * @param sum above 0, below 1
 */
record TopP(double sum) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        double[] probabilities = Scores.softmax(scores, start, size);
        double least = Selection.least(probabilities.clone(), value -> value, sum);
        for (int i = 0; i < size; i++) {
            if (probabilities[i] < least) {
                scores[start + i] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
