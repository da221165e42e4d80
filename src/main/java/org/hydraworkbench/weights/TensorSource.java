package org.hydraworkbench.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/**
 * Named tensors that lie in memory-mapped files. Reading is thread-safe: {@link #close()} waits for it, and later reading is refused
 * with a {@link org.hydraworkbench.base.StateException}.
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

    /** What reads a tensor's bytes. */
    @FunctionalInterface
    interface Reading<R> {

        /**
         * Reads.
         *
         * @param bytes little-endian, row-major, read-only, as mapped; not necessarily aligned. They are there until this returns
         */
        R read(MemorySegment bytes) throws HydraException;
    }

    /**
     * Has a tensor's bytes read where they are mapped.
     *
     * @throws InputException when there is none of that name
     */
    <R> R read(String name, Reading<R> reading) throws HydraException;

    /**
     * Copies a tensor's bytes to the end of a file, by the system and not through the program's memory where that can.
     *
     * @throws InputException when there is none of that name, or it cannot be read
     * @throws IOException when they cannot be written
     */
    void transfer(String name, FileChannel out) throws HydraException, IOException;

    /**
     * All values as float32.
     *
     * @throws InputException when there is none of that name, its type is no float type, or it has 2³¹ elements or more
     */
    default float[] floats(String name) throws HydraException {
        TensorInfo info = info(name);
        if (info.elements() > Integer.MAX_VALUE - 8) {
            throw InputException.in(location(), "tensor " + name + " is too large to be read at once");
        }
        DType type = convertible(info);
        float[] values = new float[(int) info.elements()];
        return read(name, bytes -> {
            FloatCodec.decode(type, bytes, 0, values, 0, values.length);
            return values;
        });
    }

    /**
     * Rows {@code firstRow} to {@code firstRow + rows - 1} as float32 into the beginning of {@code into}.
     *
     * @throws InputException when there is no tensor of that name or its type is no float type
     * @throws IndexOutOfBoundsException when the rows or {@code into} do not reach
     */
    default void floats(String name, long firstRow, int rows, float[] into) throws HydraException {
        TensorInfo info = info(name);
        int width = Math.toIntExact(info.rowElements());
        if (firstRow < 0 || rows < 0 || firstRow + rows > info.rows()) {
            throw new IndexOutOfBoundsException("rows " + firstRow + " to " + (firstRow + rows) + " of " + info);
        }
        DType type = convertible(info);
        read(name, bytes -> {
            FloatCodec.decode(type, bytes, firstRow * width, into, 0, Math.multiplyExact(rows, width));
            return into;
        });
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
