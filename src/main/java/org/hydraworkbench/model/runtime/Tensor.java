package org.hydraworkbench.model.runtime;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.hydraworkbench.base.HydraException;

/**
 * Numbers in native memory, on the runtime's device or, where a kernel reads them as plain numbers, on the host. Belongs to a {@link TensorScope} and ends with it, or earlier by
 * {@link #close()}. A tensor is not to be used by two threads at once.
 */
public final class Tensor implements AutoCloseable {

    private final TensorRuntime runtime;
    private final NDArray array;
    private final Shape shape;
    private final Where where;

    /** Where its numbers lie. */
    private enum Where {
        DEVICE,
        /** In a mapped file. */
        FILE,
        /** In the host's memory, wherever the runtime computes. */
        HOST
    }

    Tensor(TensorRuntime runtime, NDArray array) {
        this(runtime, array, Where.DEVICE);
    }

    private Tensor(TensorRuntime runtime, NDArray array, Where where) {
        this.runtime = runtime;
        this.array = array;
        this.shape = array.getShape();
        this.where = where;
    }

    /** The same, its numbers being those of a file: they must not be written. */
    Tensor ofFile() {
        return new Tensor(runtime, array, Where.FILE);
    }

    /** The same, its numbers being plain ones that a kernel reads on the host. */
    Tensor ofHost() {
        return new Tensor(runtime, array, Where.HOST);
    }

    /** Whether its numbers lie in a file that is mapped, and can only be read. */
    public boolean isMapped() {
        return where == Where.FILE;
    }

    boolean isOfHost() {
        return where == Where.HOST;
    }

    NDArray array() {
        return array;
    }

    /** The shape, slowest axis first. */
    public long[] shape() {
        return shape.getShape();
    }

    /** Length of axis {@code axis}. */
    public int size(int axis) {
        return Math.toIntExact(shape.get(axis));
    }

    /** How many numbers it holds. */
    public long count() {
        return shape.size();
    }

    /** The type of its numbers, if they are such as weights have. */
    public NumberType type() throws HydraException {
        return runtime.with(array, made -> switch (made.getDataType()) {
            case FLOAT32 -> NumberType.F32;
            case FLOAT16 -> NumberType.F16;
            case UNKNOWN -> NumberType.BF16; // DJL has a name for it that must not be used
            default -> throw new IllegalStateException("weights of type " + made.getDataType());
        });
    }

    /** A copy of float32 numbers, in row order. */
    public float[] floats() throws HydraException {
        return runtime.with(array, NDArray::toFloatArray);
    }

    /** A copy of float64 numbers, in row order. */
    public double[] doubles() throws HydraException {
        return runtime.with(array, NDArray::toDoubleArray);
    }

    /** The same numbers in another shape of as many. */
    public Tensor reshaped(long... to) throws HydraException {
        return runtime.with(array, made -> new Tensor(runtime, made.reshape(to)));
    }

    /** Hands the tensor to another owner; it ends when that scope does. */
    public void moveTo(TensorScope scope) {
        array.attach(scope.manager());
    }

    @Override
    public void close() {
        runtime.end(array::close);
    }
}
