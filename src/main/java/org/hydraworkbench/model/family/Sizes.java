package org.hydraworkbench.model.family;

/**
 * The sizes of a layer.
 *
 * @param hidden width of the residual stream
 * @param inner width inside the feed-forward half
 * @param heads query heads
 * @param kvHeads key-value heads; divides {@code heads}
 * @param headDim width of a head, even
 */
public record Sizes(int hidden, int inner, int heads, int kvHeads, int headDim) {

    /** Rows of all query heads. */
    long queries() {
        return (long) heads * headDim;
    }

    /** Rows of all key heads, and of all value heads. */
    long keys() {
        return (long) kvHeads * headDim;
    }
}
