package org.hydraworkbench.weights;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a tensor is, without its values.
 *
 * @param name its name in the file, for example {@code model.embed_tokens.weight}
 * @param dtype the type of its elements on disk
 * @param shape its dimensions, outermost first, none negative; empty for a scalar
 */
public record TensorInfo(String name, DType dtype, long[] shape) {

    /** @throws IllegalArgumentException when a dimension is negative or the size overflows 63 bits */
    public TensorInfo {
        shape = shape.clone();
        count(shape, dtype.bytes());
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** The number of elements. */
    public long elements() {
        return count(shape, 1);
    }

    /** The size of the values in bytes. */
    public long byteSize() {
        return count(shape, dtype.bytes());
    }

    /** The first dimension, 1 for a scalar. */
    public long rows() {
        return shape.length == 0 ? 1 : shape[0];
    }

    /** The number of elements of one row: the product of all dimensions but the first. */
    public long rowElements() {
        return shape.length == 0 ? 1 : count(Arrays.copyOfRange(shape, 1, shape.length), 1);
    }

    /** The same shape and type under another name. */
    public TensorInfo named(String other) {
        return new TensorInfo(other, dtype, shape);
    }

    private static long count(long[] shape, long factor) {
        long product = factor;
        boolean zero = false;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("a dimension of " + dimension);
            }
            zero |= dimension == 0;
        }
        if (zero) {
            return 0;
        }
        try {
            for (long dimension : shape) {
                product = Math.multiplyExact(product, dimension);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape) + " is larger than any file", e);
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorInfo that
                && name.equals(that.name)
                && dtype == that.dtype
                && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, dtype, Arrays.hashCode(shape));
    }

    @Override
    public String toString() {
        return name + " " + dtype + Arrays.toString(shape);
    }
}
