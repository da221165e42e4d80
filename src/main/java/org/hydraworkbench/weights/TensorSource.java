package org.hydraworkbench.weights;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;
import org.hydraworkbench.base.InputException;

/**
 * Named tensors that lie in memory-mapped files. Reading is thread-safe; after {@link #close()} every segment handed out is
 * invalid and touching it throws {@link IllegalStateException}, so whoever passes a segment on keeps the source open.
 */
public interface TensorSource extends AutoCloseable {

    /** Where the tensors come from, for messages. */
    Path location();

    /** The names, in the order of the file. */
    Set<String> names();

    /** Whether there is a tensor of that name. */
    default boolean has(String name) {
        return names().contains(name);
    }

    /**
     * What the tensor is.
     *
     * @throws InputException when there is none of that name
     */
    TensorInfo info(String name) throws InputException;

    /**
     * The tensor's bytes, little-endian, row-major, read-only, as mapped; not necessarily aligned.
     *
     * @throws InputException when there is none of that name
     */
    MemorySegment segment(String name) throws InputException;

    /**
     * All values as float32.
     *
     * @throws InputException when there is none of that name, its type is no float type, or it has 2³¹ elements or more
     */
    default float[] floats(String name) throws InputException {
        TensorInfo info = info(name);
        if (info.elements() > Integer.MAX_VALUE - 8) {
            throw InputException.in(location(), "tensor " + name + " is too large to be read at once");
        }
        float[] values = new float[(int) info.elements()];
        FloatCodec.decode(convertible(info), segment(name), 0, values, 0, values.length);
        return values;
    }

    /**
     * Rows {@code firstRow} to {@code firstRow + rows - 1} as float32 into the beginning of {@code into}.
     *
     * @throws InputException when there is no tensor of that name or its type is no float type
     * @throws IndexOutOfBoundsException when the rows or {@code into} do not reach
     */
    default void floats(String name, long firstRow, int rows, float[] into) throws InputException {
        TensorInfo info = info(name);
        int width = Math.toIntExact(info.rowElements());
        if (firstRow < 0 || rows < 0 || firstRow + rows > info.rows()) {
            throw new IndexOutOfBoundsException("rows " + firstRow + " to " + (firstRow + rows) + " of " + info);
        }
        FloatCodec.decode(convertible(info), segment(name), firstRow * width, into, 0, Math.multiplyExact(rows, width));
    }

    private DType convertible(TensorInfo info) throws InputException {
        if (!info.dtype().convertible()) {
            throw InputException.in(
                    location(), "tensor " + info.name() + " has type " + info.dtype() + "; F32, F16 or BF16 is needed");
        }
        return info.dtype();
    }

    @Override
    void close();
}
