package org.hydraworkbench.hydra;

/**
 * What an edit adds to the rows of a tuned table: the difference of the rows' initial values after and before the edit, so
 * that tuning is kept. Taken away again by putting another in its place.
 *
 * @param ids the tokens, each once
 * @param inputDeltas what is added to their rows of the input table, one row after another
 * @param headDeltas what is added to their rows of the head; empty when the tables are tied
 */
public record RowOverlay(int[] ids, float[] inputDeltas, float[] headDeltas) {

    /** Changes nothing. */
    public static RowOverlay none() {
        return new RowOverlay(new int[0], new float[0], new float[0]);
    }
}
