package org.hydraworkbench.model.family;

/**
 * A stretch of rows of a tensor in a model's files, and where it goes.
 *
 * @param name of the tensor behind that of its layer
 * @param firstRow the first row there
 * @param rows how many
 * @param weight the weight it is a part of
 * @param ownFirstRow the first row there
 * @param turned whether these are rows of heads that the kernel turns, which it has in another order
 */
public record FileTensor(String name, long firstRow, long rows, LayerWeight weight, long ownFirstRow, boolean turned) {}
