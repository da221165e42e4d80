package org.hydraworkbench.model.family;

/**
 * A tensor in a model's files, and the weight that it is, or is a part of.
 *
 * @param name of the tensor, that of a layer behind the name of the layer
 * @param weight the weight
 * @param firstRow its first row there; 0 but for the second half of a norm that adds something
 */
public record FileTensor(String name, Weight weight, long firstRow) {

    /** One that is the whole weight. */
    static FileTensor whole(String name, Weight weight) {
        return new FileTensor(name, weight, 0);
    }
}
