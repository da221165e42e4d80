package org.hydraworkbench.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.jspecify.annotations.Nullable;

/**
 * Writes safetensors as a stream: all tensors are declared first, then their values are given in the same order, each at
 * once or in pieces. Nothing is visible under its final name before {@link #finish()}; closing without it removes what was
 * written. Headers carry the metadata {@code format: pt} that transformers asks for.
 */
public final class SafetensorsWriter implements AutoCloseable {

    /** The size above which a model is split, as in Hugging Face folders: 5 GB. */
    public static final long DEFAULT_SHARD_BYTES = 5_000_000_000L;

    private static final int CHUNK_BYTES = 1 << 20;

    private final ShardPlan plan;
    private final Iterator<ShardPlan.Shard> comingShards;
    private Iterator<TensorInfo> comingTensors = List.<TensorInfo>of().iterator();
    private @Nullable FileChannel channel;
    private @Nullable TensorInfo current;
    private long missingBytes;
    private long tooLarge;
    private boolean finished;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment chunk = arena.allocate(CHUNK_BYTES);

    private SafetensorsWriter(ShardPlan plan) throws ResourceException {
        this.plan = plan;
        this.comingShards = plan.shards().iterator();
        advance();
    }

    /**
     * Begins one file.
     *
     * @param tensors what it will hold, in this order
     * @throws IllegalArgumentException when two tensors have one name
     */
    public static SafetensorsWriter file(Path file, List<TensorInfo> tensors) throws ResourceException {
        return new SafetensorsWriter(ShardPlan.file(file, tensors));
    }

    /**
     * Begins the weights of a model folder: {@code model.safetensors} when everything fits into {@code maxShardBytes}, else
     * shards of at most that size (a larger tensor gets a shard of its own) with {@code model.safetensors.index.json}.
     *
     * @param folder must exist
     * @throws IllegalArgumentException when two tensors have one name
     */
    public static SafetensorsWriter model(Path folder, List<TensorInfo> tensors, long maxShardBytes)
            throws ResourceException {
        return new SafetensorsWriter(ShardPlan.model(folder, tensors, maxShardBytes));
    }

    /**
     * Begins the weights of a model folder in files as another model has them: {@code model.safetensors} where it is one, else shards with
     * {@code model.safetensors.index.json}.
     *
     * @param folder must exist
     * @param shards what each file will hold, by its name, see {@link ModelWeights#shards}
     * @throws IllegalArgumentException when two tensors have one name
     */
    public static SafetensorsWriter shards(Path folder, Map<String, List<TensorInfo>> shards) throws ResourceException {
        return new SafetensorsWriter(ShardPlan.shards(folder, shards));
    }

    /** Writes the whole of the tensor whose turn it is from its bytes. */
    public void write(String name, MemorySegment bytes) throws ResourceException {
        TensorInfo tensor = turnOf(name);
        if (bytes.byteSize() != tensor.byteSize()) {
            throw new IllegalArgumentException(tensor + " needs " + tensor.byteSize() + " bytes, not " + bytes.byteSize());
        }
        put(bytes);
        advanceIfComplete();
    }

    /** Writes the whole of the tensor whose turn it is, rounding to its declared type; see {@link #append}. */
    public void write(String name, float[] values) throws HydraException {
        TensorInfo tensor = turnOf(name);
        if (values.length != tensor.elements()) {
            throw new IllegalArgumentException(tensor + " needs " + tensor.elements() + " values, not " + values.length);
        }
        append(name, values, values.length);
    }

    /**
     * Writes the next {@code count} values of the tensor whose turn it is, rounding to its declared type.
     *
     * @throws InputException at the end of a tensor with finite values that are infinite in that type
     */
    public void append(String name, float[] values, int count) throws HydraException {
        TensorInfo tensor = turnOf(name);
        DType dtype = tensor.dtype();
        if ((long) count * dtype.bytes() > missingBytes) {
            throw new IllegalArgumentException("too many values for " + tensor);
        }
        int atOnce = CHUNK_BYTES / dtype.bytes();
        for (int done = 0; done < count; ) {
            int n = Math.min(atOnce, count - done);
            FloatCodec.encode(dtype, values, done, n, chunk, 0);
            tooLarge += FloatCodec.tooLarge(dtype, values, done, n);
            put(chunk.asSlice(0, (long) n * dtype.bytes()));
            done += n;
        }
        if (missingBytes == 0 && tooLarge > 0) {
            throw new InputException("The tensor " + name + " has " + tooLarge + " numbers that are too large for "
                    + dtype.configName().orElse(dtype.name()) + "; they would become infinite. Use bfloat16 or float32.");
        }
        advanceIfComplete();
    }

    /** Copies a tensor byte for byte. */
    public void copy(String name, TensorSource source, String sourceName) throws HydraException {
        TensorInfo tensor = turnOf(name);
        if (source.info(sourceName).byteSize() != tensor.byteSize()) {
            throw new IllegalArgumentException(tensor + " is no copy of " + source.info(sourceName));
        }
        try {
            source.transfer(sourceName, open());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        missingBytes = 0;
        advanceIfComplete();
    }

    /**
     * Copies a tensor, converting it to the declared type where that is another. Several, one after the other, make one tensor of the rows of
     * all.
     */
    public void convert(String name, TensorSource source, String sourceName) throws HydraException {
        TensorInfo from = source.info(sourceName);
        if (from.dtype() == turnOf(name).dtype()) {
            source.read(sourceName, bytes -> {
                append(name, bytes);
                return name;
            });
            return;
        }
        int width = Math.toIntExact(from.rowElements());
        int atOnce = Math.max(1, CHUNK_BYTES / Math.max(1, width));
        float[] values = new float[Math.multiplyExact(atOnce, width)];
        for (long row = 0; row < from.rows() && from.elements() > 0; row += atOnce) {
            int rows = (int) Math.min(atOnce, from.rows() - row);
            source.floats(sourceName, row, rows, values);
            append(name, values, rows * width);
        }
    }

    private void append(String name, MemorySegment bytes) throws ResourceException {
        if (bytes.byteSize() > missingBytes) {
            throw new IllegalArgumentException("too many bytes for " + turnOf(name));
        }
        put(bytes);
        advanceIfComplete();
    }

    private TensorInfo turnOf(String name) {
        TensorInfo tensor = current;
        if (tensor == null || !tensor.name().equals(name)) {
            throw new IllegalStateException("it is the turn of " + tensor + ", not of " + name);
        }
        return tensor;
    }

    private void put(MemorySegment bytes) throws ResourceException {
        FileChannel out = open();
        try {
            for (long at = 0; at < bytes.byteSize(); ) {
                long n = Math.min(64L * CHUNK_BYTES, bytes.byteSize() - at);
                ByteBuffer buffer = bytes.asSlice(at, n).asByteBuffer();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                at += n;
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        missingBytes -= bytes.byteSize();
    }

    private FileChannel open() {
        if (channel == null) {
            throw new IllegalStateException("the writer is closed");
        }
        return channel;
    }

    private void advanceIfComplete() throws ResourceException {
        if (missingBytes == 0) {
            advance();
        }
    }

    /** Goes on to the next tensor that has bytes, opening the next shard when one is full. */
    private void advance() throws ResourceException {
        current = null;
        try {
            while (!comingTensors.hasNext()) {
                closeChannel();
                if (!comingShards.hasNext()) {
                    return;
                }
                ShardPlan.Shard shard = comingShards.next();
                channel = begin(shard);
                comingTensors = shard.tensors().iterator();
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        TensorInfo next = comingTensors.next();
        current = next;
        missingBytes = next.byteSize();
        tooLarge = 0;
    }

    private static FileChannel begin(ShardPlan.Shard shard) throws IOException {
        FileChannel out = FileChannel.open(shard.temporary(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ByteBuffer beginning = shard.beginning();
        while (beginning.hasRemaining()) {
            out.write(beginning);
        }
        return out;
    }

    private void closeChannel() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            channel = null;
            try (open) {
                open.force(true);
            }
        }
    }

    /**
     * Makes the files visible under their names, the index last.
     *
     * @throws IllegalStateException when a declared tensor was not written
     */
    public void finish() throws HydraException {
        while (current != null && missingBytes == 0) {
            advance();
        }
        if (current != null) {
            throw new IllegalStateException(current + " was declared and not written");
        }
        try {
            for (ShardPlan.Shard shard : plan.shards()) {
                AtomicFiles.move(shard.temporary(), shard.file());
            }
            if (plan.index().isPresent()) {
                AtomicFiles.writeString(plan.index().get(), plan.indexJson());
            }
            for (Path file : plan.stale()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        finished = true;
    }

    private ResourceException cannotWrite(IOException e) {
        return ResourceException.in(plan.shards().getFirst().file(), "cannot be written", e);
    }

    /** Ends the writing; without {@link #finish()} before it nothing remains. */
    @Override
    public void close() throws ResourceException {
        arena.close();
        try {
            closeChannel();
            if (!finished) {
                for (ShardPlan.Shard shard : plan.shards()) {
                    Files.deleteIfExists(shard.temporary());
                }
            }
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }
}
