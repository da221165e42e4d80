package org.hydraworkbench.model.runtime;

import ai.djl.ndarray.NDArray;

/**
 * Numbers in native memory, on the runtime's device. Belongs to a {@link TensorScope} and ends with it, or earlier by
 * {@link #close()}. A tensor is not to be used by two threads at once.
 */
public final class Tensor implements AutoCloseable {

    private final NDArray array;

    Tensor(NDArray array) {
        this.array = array;
    }

    NDArray array() {
        return array;
    }

    /** The shape, slowest axis first. */
    public long[] shape() {
        return array.getShape().getShape();
    }

    /** Length of axis {@code axis}. */
    public int size(int axis) {
        return Math.toIntExact(array.getShape().get(axis));
    }

    /** How many numbers it holds. */
    public long count() {
        return array.getShape().size();
    }

    /** A copy of float32 numbers, in row order. */
    public float[] floats() {
        return array.toFloatArray();
    }

    /** A copy of float64 numbers, in row order. */
    public double[] doubles() {
        return array.toDoubleArray();
    }

    /** Hands the tensor to another owner; it ends when that scope does. */
    public void moveTo(TensorScope scope) {
        array.attach(scope.manager());
    }

    @Override
    public void close() {
        array.close();
    }
}
