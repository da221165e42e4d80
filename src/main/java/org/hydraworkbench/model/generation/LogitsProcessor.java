package org.hydraworkbench.model.generation;

/** Changes the scores of what may come next, before a token is chosen by them. */
@FunctionalInterface
interface LogitsProcessor {

    /** In the place of a token of another table, in a text. */
    int FOREIGN = -1;

    /**
     * Changes scores in place; negative infinity forbids a token.
     *
     * @param scores those of one row are [V] from {@code start} on
     * @param size V
     * @param text the tokens before, the prompt's too, {@value #FOREIGN} for those that went through another table
     */
    void process(float[] scores, int start, int size, int[] text);
}
