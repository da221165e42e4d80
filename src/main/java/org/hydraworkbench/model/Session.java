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
 * Texts that are read and continued, one a row, with the keys and values of everything read so far; rows may be of different lengths. Each
 * token can be read through another {@link TokenTable}. What a row shares with a text that was read before is not computed again. Belongs to
 * one thread at a time.
 *
 * <p>Where long texts are turned otherwise than short ones (LongRoPE), what is read in one go is turned as is right for the text with it; keys that
 * were read while the text was short stay as they were, as in a cached forward pass of transformers. Each row is turned as is right for its own
 * length.
 */
public final class Session implements AutoCloseable {

    /** Multiply-adds of one kernel call, about a quarter of a second on two slow cores: cancelling is looked at between calls. */
    private static final double WORK_PER_CALL = 5e9;

    private final Decoder body;
    private final KeyValueCache cache;
    private List<ReadText> texts = new ArrayList<>(List.of(new ReadText()));
    private TensorScope lastScope;
    private @Nullable Tensor last;
    private Progress progress = Progress.none();
    private long changes;
    private long computed;

    /** A session of one row that has read nothing. */
    public Session(Decoder body) throws HydraException {
        this.body = body;
        this.cache = new KeyValueCache(body);
        this.lastScope = body.scope().child();
        this.changes = body.runtime().changes();
    }

    /** From now on calls end early when this is cancelled. */
    public void watch(Progress value) {
        progress = value;
    }

    /** How many rows there are, at least one. */
    public int rows() {
        return texts.size();
    }

    /** Positions that a row has read. */
    public int length(int row) {
        return texts.get(row).length();
    }

    /** Positions that a row can still read. */
    public int room(int row) {
        return body.config().contextLength() - length(row);
    }

    /** How many positions were computed in all, over all rows. */
    public long computed() {
        return computed;
    }

    /**
     * Adds a row that has read nothing.
     *
     * @return its number
     */
    public int addRow() {
        texts.add(new ReadText());
        return rows() - 1;
    }

    /**
     * Has a row read a prompt from its beginning. Of what it, or another row, has read before, everything that the prompt begins with is kept,
     * unless weights were changed since; at least the last token is read.
     *
     * @throws InputException when it is empty, or longer than the context
     */
    public void read(int row, List<PromptPart> prompt) throws HydraException {
        ReadText wanted = ReadText.of(prompt);
        if (wanted.length() == 0) {
            throw new InputException("The prompt is empty; give the model at least one token to begin with.");
        }
        body.config().requireFits(wanted.length());
        if (changes != body.runtime().changes()) {
            changes = body.runtime().changes();
            texts.replaceAll(text -> new ReadText());
        }
        int nearest = nearest(wanted, row);
        int kept = Math.min(texts.get(nearest).common(wanted), wanted.length() - 1);
        if (nearest != row && kept > 0) {
            cache.ensure(rows(), kept, longest());
            cache.copy(new int[] {nearest}, new int[] {row}, 0, kept);
        }
        texts.set(row, texts.get(nearest).copy());
        texts.get(row).cut(kept);
        for (PromptPart part : wanted.from(kept)) {
            append(row, part.table(), part.ids());
        }
    }

    /** Keeps one row alone, that which has most in common with a prompt. */
    public void keepNearest(List<PromptPart> prompt) throws HydraException {
        reorder(nearest(ReadText.of(prompt), 0));
    }

    /** The row with most in common with a text; of equals {@code preferred}, if it is one of them. */
    private int nearest(ReadText wanted, int preferred) {
        int best = preferred;
        for (int row = 0; row < rows(); row++) {
            if (texts.get(row).common(wanted) > texts.get(best).common(wanted)) {
                best = row;
            }
        }
        return best;
    }

    /** As the other, for the first row. */
    public void append(TokenTable table, int... ids) throws HydraException {
        append(0, table, ids);
    }

    /**
     * Has a row read tokens without asking what may follow.
     *
     * @param table the table whose input rows the ids are
     * @throws InputException when the context is full
     */
    public void append(int row, TokenTable table, int... ids) throws HydraException {
        // A layer over few enough tokens is one call.
        int atOnce = (int) Math.max(16, Math.min(Integer.MAX_VALUE, WORK_PER_CALL / body.config().layerParameters()));
        body.config().requireFits(length(row) + ids.length);
        for (int at = 0; at < ids.length; at += atOnce) {
            int[] some = Arrays.copyOfRange(ids, at, Math.min(ids.length, at + atOnce));
            int past = length(row);
            int whole = past + ids.length - at;
            int[] places = IntStream.range(past, past + some.length).toArray();
            compute(table, some, 1, places, scope -> body.rope(whole), (scope, x, first, end, rope) -> DecoderKernel.advance(
                    scope, x, body.layers(first, end), cache.layers(first, end), row, rope, past, first, body.shape()));
            texts.get(row).add(table, some);
        }
    }

    /**
     * Has each row read one token.
     *
     * @param ids one id for each row
     * @throws InputException when the context is full
     */
    public void appendToAll(TokenTable table, int... ids) throws HydraException {
        if (ids.length != rows()) {
            throw new IllegalArgumentException(ids.length + " ids for " + rows() + " rows");
        }
        int longest = longest();
        body.config().requireFits(longest + 1);
        int[] lengths = texts.stream().mapToInt(ReadText::length).toArray();
        boolean even = Arrays.stream(lengths).allMatch(length -> length == longest);
        if (even) {
            compute(table, ids, rows(), lengths, scope -> body.rope(longest + 1), (scope, x, first, end, rope) -> DecoderKernel.advance(
                    scope, x, body.layers(first, end), cache.layers(first, end), 0, rope, longest, first, body.shape()));
        } else {
            compute(table, ids, rows(), lengths, scope -> body.turns(scope, lengths), (scope, x, first, end, turns) -> DecoderKernel.advanceRows(
                    scope, x, body.layers(first, end), cache.layers(first, end), turns, lengths, first, body.shape()));
        }
        for (int row = 0; row < ids.length; row++) {
            texts.get(row).add(table, ids[row]);
        }
    }

    /** Runs states through the layers from {@code first} to before {@code end}. */
    @FunctionalInterface
    private interface Advance {
        Tensor run(TensorScope scope, Tensor x, int first, int end, Tensor rope) throws HydraException;
    }

    /** Cosines and sines for what is read. */
    @FunctionalInterface
    private interface Turns {
        Tensor in(TensorScope scope) throws HydraException;
    }

    /** @param places for each token its place in its text */
    private void compute(TokenTable table, int[] ids, int sequences, int[] places, Turns turns, Advance advance) throws HydraException {
        requireRows(table, ids);
        cache.ensure(rows(), Math.max(longest(), Arrays.stream(places).max().orElse(0) + 1), longest());
        TensorScope scope = body.scope().child();
        try {
            int each = ids.length / sequences;
            Tensor x = DecoderKernel.embed(scope, table.input(), scope.ids(ids, sequences, each), body.shape());
            x = body.placed(scope, x, places, sequences);
            Tensor rope = turns.in(scope);
            int layers = body.config().layers();
            int step = layersPerCall(ids.length);
            for (int first = 0; first < layers; first += step) {
                progress.checkCancelled();
                x = advance.run(scope, x, first, Math.min(layers, first + step), rope);
            }
            last = x;
            computed += ids.length;
            lastScope.close();
            lastScope = scope;
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    private void requireRows(TokenTable table, int[] ids) {
        if (table.width() != body.config().hiddenSize()) {
            throw new IllegalArgumentException("a table of width " + table.width() + " on a body of " + body.config().hiddenSize());
        }
        for (int id : ids) {
            if (id < 0 || id >= table.size()) {
                throw new IllegalArgumentException("token " + id + " is not among the table's " + table.size());
            }
        }
    }

    private int layersPerCall(int tokens) {
        double work = (double) body.config().layerParameters() * tokens;
        return (int) Math.max(1, Math.min(body.config().layers(), WORK_PER_CALL / work));
    }

    private int longest() {
        return texts.stream().mapToInt(ReadText::length).max().orElse(0);
    }

    /** Scores of every token of {@code table} to follow what was read last: by one row, or by all. */
    public TokenScores scores(TokenTable table) throws HydraException {
        try (TensorScope scope = body.scope().child()) {
            List<Tensor> both = DecoderKernel.logits(scope, lastRead(), body.norm(), table.head(), body.shape());
            return new TokenScores(table.size(), both.getFirst().floats(), both.getLast().floats());
        }
    }

    /** The scores alone. */
    public float[] logits(TokenTable table) throws HydraException {
        return scores(table).values();
    }

    /** Has the first row read {@code ids} through {@code in}, at least one, and returns the scores of every token of {@code out} to follow. */
    public float[] feed(TokenTable in, int[] ids, TokenTable out) throws HydraException {
        append(in, ids);
        return logits(out);
    }

    /** The states after the final norm in which {@link #scores} are made, H numbers a row. */
    public float[] states() throws HydraException {
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

    /** Makes {@code order.length} rows; row i continues what row {@code order[i]} was. */
    public void reorder(int... order) throws HydraException {
        int[] moved = IntStream.range(0, order.length).filter(row -> order[row] != row).toArray();
        int[] which = Arrays.stream(moved).map(row -> order[row]).toArray();
        int end = Arrays.stream(which).map(this::length).max().orElse(0);
        // What a row had in common with the one that it becomes is there already.
        int start = Arrays.stream(moved).map(row -> row < rows() ? texts.get(row).common(texts.get(order[row])) : 0).min().orElse(0);
        if (end > start) {
            cache.ensure(order.length, end, longest());
        }
        cache.copy(which, moved, start, end);
        List<ReadText> ordered = new ArrayList<>();
        boolean[] taken = new boolean[rows()];
        for (int row : order) {
            ordered.add(taken[row] ? texts.get(row).copy() : texts.get(row));
            taken[row] = true;
        }
        texts = ordered;
        last = moved.length == 0 && order.length == taken.length ? last : null;
    }

    /**
     * Has a row forget everything after the first {@code length} positions.
     *
     * @throws IllegalArgumentException when it never read that many
     */
    public void rewind(int row, int length) {
        if (length < 0 || length > length(row)) {
            throw new IllegalArgumentException("cannot rewind to " + length + " of " + length(row) + " positions");
        }
        texts.get(row).cut(length);
        last = null;
    }

    @Override
    public void close() {
        lastScope.close();
        cache.close();
    }
}
