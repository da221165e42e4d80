package org.hydraworkbench.model.family;

/**
 * A stretch of rows of a tensor in a model's files, and where it goes.
 *
 * @param name of the tensor, that of a layer behind the name of the layer
 * @param firstRow the first row there
 * @param rows how many
 * @param weight the weight it is a part of
 * @param ownFirstRow the first row there
 * @param order how it lies there
 */
public record FileTensor(String name, long firstRow, long rows, Weight weight, long ownFirstRow, Order order) {

    /** How numbers lie in a file. */
    public enum Order {
        /** As they do here. */
        SAME,
        /** As rows of heads of which the pairs that are turned together lie in two halves; here they lie side by side. */
        HALVES,
        /** What are rows here are columns there. It is the whole tensor, and the whole weight. */
        COLUMNS
    }

    /** A whole tensor that is a whole weight. */
    static FileTensor whole(String name, Weight weight, Block block, Sizes sizes) {
        return new FileTensor(name, 0, block.shape(weight, sizes)[0], weight, 0, Order.SAME);
    }
}
