package org.hydraworkbench.model.generation;

/**
 * Makes likely tokens likelier below 1, and all more alike above.
 *
 * @param temperature what scores are divided by, above 0
 */
record Temperature(double temperature) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        float divisor = (float) temperature;
        for (int i = start; i < start + size; i++) {
            scores[i] /= divisor;
        }
    }
}
