package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.jspecify.annotations.Nullable;

/**
 * A text being read and continued: one or more rows of equal length (one, or the beams of a search) with the keys and values
 * of everything read so far. Each token can be read through another {@link TokenTable}. Belongs to one thread at a time.
 *
 * <p>Where long texts are turned otherwise than short ones (LongRoPE), what is read in one go is turned as is right for the text with it; keys that
 * were read while the text was short stay as they were, as in a cached forward pass of transformers.
 */
public final class Session implements AutoCloseable {

    /** Multiply-adds of one kernel call, about a quarter of a second on two slow cores: cancelling is looked at between calls. */
    private static final double WORK_PER_CALL = 5e9;

    private static final int FIRST_CAPACITY = 128;

    private final Decoder body;
    private final Progress progress;
    private TensorScope cacheScope;
    private List<Tensor> cache = List.of();
    private TensorScope lastScope;
    private @Nullable Tensor last;
    private int rows = 1;
    private int capacity;
    private int length;

    /** An empty session of one row. */
    public Session(Decoder body) throws HydraException {
        this(body, Progress.none());
    }

    /** An empty session of one row whose calls end early when {@code progress} is cancelled. */
    public Session(Decoder body, Progress progress) throws HydraException {
        this.body = body;
        this.progress = progress;
        this.cacheScope = body.scope().child();
        this.lastScope = body.scope().child();
    }

    /** Positions read so far. */
    public int length() {
        return length;
    }

    /** Rows that are read in parallel. */
    public int rows() {
        return rows;
    }

    /** Positions that can still be read. */
    public int room() {
        return body.config().contextLength() - length;
    }

    /**
     * Reads tokens without asking what may follow. The session has one row.
     *
     * @param table the table whose input rows the ids are
     * @throws InputException when the context is full
     */
    public void append(TokenTable table, int[] ids) throws HydraException {
        // A layer over few enough tokens is one call.
        int atOnce = (int) Math.max(16, Math.min(Integer.MAX_VALUE, WORK_PER_CALL / body.config().layerParameters()));
        body.config().requireFits(length + ids.length);
        for (int at = 0; at < ids.length; at += atOnce) {
            int[] some = Arrays.copyOfRange(ids, at, Math.min(ids.length, at + atOnce));
            read(table, some, some.length, length + ids.length - at);
        }
    }

    /** Scores of every token of {@code table} to follow what was read, for a session of one row. */
    public float[] logits(TokenTable table) throws HydraException {
        return allLogits(table);
    }

    /** Reads {@code ids} through {@code in}, at least one, and returns the scores of every token of {@code out} to follow. */
    public float[] feed(TokenTable in, int[] ids, TokenTable out) throws HydraException {
        append(in, ids);
        return logits(out);
    }

    /**
     * Reads one token in each row.
     *
     * @param ids one id for each row
     * @return scores of every token of {@code out}, row after row
     */
    public float[] feedRows(TokenTable in, int[] ids, TokenTable out) throws HydraException {
        if (ids.length != rows) {
            throw new IllegalArgumentException(ids.length + " ids for " + rows + " rows");
        }
        if (room() == 0) {
            throw new InputException("The text fills the " + length + " tokens that this model reads at most.");
        }
        read(in, ids, 1, length + 1);
        return allLogits(out);
    }

    /** Makes {@code order.length} rows; row i continues what row {@code order[i]} was. */
    public void reorder(int... order) throws HydraException {
        last = null;
        if (order.length == rows) {
            if (length > 0) {
                try (TensorScope scope = body.scope().child()) {
                    DecoderKernel.reorder(scope, cache, order, length);
                }
            }
        } else {
            resize(order, capacity);
        }
    }

    /**
     * Forgets everything after the first {@code newLength} positions.
     *
     * @throws IllegalArgumentException when it never read that many
     */
    public void rewind(int newLength) {
        if (newLength < 0 || newLength > length) {
            throw new IllegalArgumentException("cannot rewind to " + newLength + " of " + length + " positions");
        }
        length = newLength;
        last = null;
    }

    /** @param whole tokens of the text with those that are read after these */
    private void read(TokenTable table, int[] ids, int each, int whole) throws HydraException {
        if (table.width() != body.config().hiddenSize()) {
            throw new IllegalArgumentException("a table of width " + table.width() + " on a body of " + body.config().hiddenSize());
        }
        for (int id : ids) {
            if (id < 0 || id >= table.size()) {
                throw new IllegalArgumentException("token " + id + " is not among the table's " + table.size());
            }
        }
        ensure(length + each);
        TensorScope scope = body.scope().child();
        try {
            Tensor x = DecoderKernel.embed(scope, table.input(), scope.ids(ids, rows, each), body.shape());
            x = body.placed(scope, x, IntStream.range(length, length + each).toArray());
            Tensor rope = body.rope(whole);
            int layers = body.config().layers();
            int step = layersPerCall(each);
            for (int first = 0; first < layers; first += step) {
                progress.checkCancelled();
                int end = Math.min(layers, first + step);
                x = DecoderKernel.advance(
                        scope, x, body.layers(first, end), cache.subList(2 * first, 2 * end), rope, length, first, body.shape());
            }
            last = x;
            length += each;
            lastScope.close();
            lastScope = scope;
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    /** The state after the final norm in which the next token of each row is to be predicted, [rows, H]. */
    float[] states() throws HydraException {
        try (TensorScope scope = body.scope().child()) {
            Tensor x = lastRead();
            Tensor ends = DecoderKernel.pick(scope, x, scope.longs(new long[] {x.size(1) - 1}, 1));
            return DecoderKernel.states(scope, ends, body.norm(), body.shape()).floats();
        }
    }

    private Tensor lastRead() {
        if (last == null) {
            throw new IllegalStateException("nothing was read since the session was made, rewound or reordered");
        }
        return last;
    }

    private float[] allLogits(TokenTable table) throws HydraException {
        try (TensorScope scope = body.scope().child()) {
            return DecoderKernel.logits(scope, lastRead(), body.norm(), table.head(), body.shape()).floats();
        }
    }

    private int layersPerCall(int tokens) {
        double work = (double) body.config().layerParameters() * tokens * rows;
        return (int) Math.max(1, Math.min(body.config().layers(), WORK_PER_CALL / work));
    }

    private void ensure(int positions) throws HydraException {
        if (positions > capacity) {
            int wanted = Math.max(Math.max(FIRST_CAPACITY, positions), 2 * capacity);
            int[] same = IntStream.range(0, rows).toArray();
            resize(same, Math.min(body.config().contextLength(), wanted));
        }
    }

    private void resize(int[] order, int newCapacity) throws HydraException {
        TensorScope scope = body.scope().child();
        try {
            List<Tensor> bigger = new ArrayList<>();
            DecoderConfig config = body.config();
            for (int i = 0; i < 2 * config.layers() && newCapacity > 0; i++) {
                bigger.add(scope.zeros(body.computed(), order.length, config.kvHeads(), newCapacity, config.headDim()));
            }
            if (length > 0) {
                try (TensorScope call = body.scope().child()) {
                    DecoderKernel.carry(call, cache, bigger, order, length);
                }
            }
            cacheScope.close();
            cacheScope = scope;
            cache = bigger;
            capacity = newCapacity;
            rows = order.length;
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    @Override
    public void close() {
        lastScope.close();
        cacheScope.close();
    }
}
