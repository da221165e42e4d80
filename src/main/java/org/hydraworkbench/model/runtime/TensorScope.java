package org.hydraworkbench.model.runtime;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.hydraworkbench.base.HydraException;

/** The owner of tensors: what is made in a scope, by hand or as a kernel's result, ends when the scope is closed. */
public final class TensorScope implements AutoCloseable {

    private final TensorRuntime runtime;
    private final NDManager manager;

    TensorScope(TensorRuntime runtime, NDManager manager) {
        this.runtime = runtime;
        this.manager = manager;
    }

    NDManager manager() {
        return manager;
    }

    public TensorRuntime runtime() {
        return runtime;
    }

    /** A scope that ends with this one at the latest. */
    public TensorScope child() throws HydraException {
        return new TensorScope(runtime, runtime.in(manager, NDManager::newSubManager));
    }

    /** float32 zeros. */
    public Tensor zeros(long... shape) throws HydraException {
        return made(() -> manager.zeros(new Shape(shape), DataType.FLOAT32));
    }

    /** Zeros of a type. */
    public Tensor zeros(NumberType type, long... shape) throws HydraException {
        return type == NumberType.F32 ? zeros(shape) : DecoderKernel.blank(this, type, shape);
    }

    /** A float32 tensor with a copy of {@code values}, in row order. */
    public Tensor floats(float[] values, long... shape) throws HydraException {
        return made(() -> manager.create(values, new Shape(shape)));
    }

    /** An int64 tensor with a copy of {@code values}, in row order. */
    public Tensor longs(long[] values, long... shape) throws HydraException {
        return made(() -> manager.create(values, new Shape(shape)));
    }

    /** An int64 tensor of token ids, in row order. */
    public Tensor ids(int[] ids, long... shape) throws HydraException {
        long[] wide = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            wide[i] = ids[i];
        }
        return longs(wide, shape);
    }

    /** Several int64 tensors, each one row of {@code numbers}; all go to the device together. */
    public List<Tensor> rows(List<int[]> numbers) throws HydraException {
        long[] sizes = numbers.stream().mapToLong(row -> row.length).toArray();
        long[] all = new long[Math.toIntExact(LongStream.of(sizes).sum())];
        int at = 0;
        for (int[] row : numbers) {
            for (int number : row) {
                all[at++] = number;
            }
        }
        Tensor whole = runtime.usesGpu() ? DecoderKernel.send(this, hostLongs(all)) : longs(all, all.length);
        return DecoderKernel.pieces(this, whole, sizes);
    }

    /** Whole numbers that a kernel reads as plain numbers, not as data: they stay in the host's memory. */
    public Tensor hostLongs(long... values) throws HydraException {
        return runtime.in(manager, open -> new Tensor(runtime, hostManager().create(values)).ofHost());
    }

    /** Numbers that a kernel reads as plain numbers, not as data: they stay in the host's memory. */
    public Tensor hostDoubles(double... values) throws HydraException {
        return runtime.in(manager, open -> new Tensor(runtime, hostManager().create(values)).ofHost());
    }

    /**
     * A uint8 tensor over {@code bytes}, which may be a mapped file and must outlive the tensor. On the processor the memory
     * is shared, so such a tensor is only ever read.
     */
    Tensor bytes(MemorySegment bytes) throws HydraException {
        ByteBuffer buffer = bytes.asByteBuffer();
        return made(() -> manager.create(buffer, new Shape(buffer.remaining()), DataType.UINT8));
    }

    /** A fresh array that carries a kernel's method name; results end up with its owner. */
    NDArray marker() throws HydraException {
        return runtime.in(manager, open -> open.create(new Shape(1), DataType.FLOAT32));
    }

    private Tensor made(Supplier<NDArray> making) throws HydraException {
        return runtime.in(manager, open -> new Tensor(runtime, making.get()));
    }

    private NDManager hostManager() {
        return manager.getDevice().isGpu() ? manager.newSubManager(Device.cpu()) : manager;
    }

    @Override
    public void close() {
        runtime.end(manager::close);
    }
}
