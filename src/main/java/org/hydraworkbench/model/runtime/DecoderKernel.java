package org.hydraworkbench.model.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * The kernel's methods with their types. Letters in shapes: B sequences, L positions, H hidden width, h query heads, k
 * key-value heads, D head width, V vocabulary, C cache capacity. Everything is float32 unless said otherwise. Results belong
 * to the scope given first. Each method fails with a {@link org.hydraworkbench.base.ResourceException} when memory runs out.
 */
public final class DecoderKernel {

    /** Element types of weights in files, with the codes PyTorch gives them. */
    public enum FileType {
        F16(5, 2),
        F32(6, 4),
        BF16(15, 2);

        private final long code;
        private final int bytes;

        FileType(long code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }
    }

    /** Blocks in which weights are copied, so that no buffer reaches 2 GiB. */
    private static final long BLOCK_BYTES = 1L << 28;

    private DecoderKernel() {}

    /** Copies raw little-endian numbers into {@code into}, from its element {@code start} on, cast to float32. */
    public static void load(TensorScope scope, Tensor into, MemorySegment raw, FileType type, long start) throws HydraException {
        scope.runtime().changed();
        for (long at = 0; at < raw.byteSize(); at += BLOCK_BYTES) {
            try (TensorScope block = scope.child()) {
                Tensor bytes = block.bytes(raw.asSlice(at, Math.min(BLOCK_BYTES, raw.byteSize() - at)));
                Tensor kind = block.hostLongs(type.code, start + at / type.bytes);
                KernelCall.of(block, "load").with(into).with(bytes).with(kind).run();
            }
        }
    }

    /**
     * Copies rows [n, H] of queries or keys, in the order of Hugging Face files, to rows {@code firstRow} onwards of
     * {@code into}, interleaving the two halves of each head as the kernel wants them.
     */
    public static void interleave(TensorScope scope, Tensor into, Tensor rows, long firstRow, long headDim) throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "interleave").with(into).with(rows).with(scope.hostLongs(firstRow, headDim)).run();
    }

    /** A copy of rows; {@code headDim} not 0 undoes {@link #interleave}. */
    public static Tensor part(TensorScope scope, Tensor x, long firstRow, long rows, long headDim) throws HydraException {
        return KernelCall.of(scope, "part").with(x).with(scope.hostLongs(firstRow, rows, headDim)).run().getFirst();
    }

    /** Fills {@code into} with normal random numbers around 0. */
    public static void normal(TensorScope scope, Tensor into, double deviation, long seed) throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "normal").with(into).with(scope.hostDoubles(deviation)).with(scope.hostLongs(seed)).run();
    }

    /** Replaces rows of {@code table} [V, H] in place: {@code ids} int64 [n], {@code rows} [n, H]. */
    public static void setRows(TensorScope scope, Tensor table, Tensor ids, Tensor rows) throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "set_rows").with(table).with(ids).with(rows).run();
    }

    /** Copies rows {@code ids} int64 [n] of {@code table}: [n, H]. */
    public static Tensor rows(TensorScope scope, Tensor table, Tensor ids) throws HydraException {
        return KernelCall.of(scope, "rows").with(table).with(ids).run().getFirst();
    }

    /** Looks {@code ids} int64 [B, L] up, as the first layer reads them: [B, L, H]. */
    public static Tensor embed(TensorScope scope, Tensor table, Tensor ids, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "embed").with(table).with(ids).run().getFirst();
    }

    /**
     * Looks ids up in several tables: [B, L, H].
     *
     * @param tables T of them, [V, H] each
     * @param ids int64 [T, B, L], negative in all tables but the one that a position belongs to
     */
    public static Tensor embedMixed(TensorScope scope, List<Tensor> tables, Tensor ids, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "embed_mixed")
                .with(tables.getFirst())
                .withList(tables.size() == 1 ? tables : tables.subList(1, tables.size()))
                .with(ids)
                .run()
                .getFirst();
    }

    /**
     * Runs x [B, L, H], the next positions of B sequences of one length, through some layers.
     *
     * @param weights those of each layer in turn, see the kernel's text
     * @param cache keys and values [R, k, C, D] of each of these layers in turn; gets the new ones after {@code past} positions
     * @param row the first of the R sequences of the cache that are meant, B of them
     * @param rope [T, C', D/2, 2], cosines and sines of each way to turn
     * @param first the number of the first of these layers
     */
    public static Tensor advance(
            TensorScope scope, Tensor x, List<Tensor> weights, List<Tensor> cache, int row, Tensor rope, long past, long first, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "advance")
                .with(x)
                .withList(weights)
                .withList(cache)
                .with(rope)
                .with(shape.kinds())
                .with(scope.hostLongs(past, first, row))
                .with(shape.sizes())
                .with(shape.epsilon())
                .run()
                .getFirst();
    }

    /**
     * Runs x [B, 1, H], the next position of each of the first B sequences of a cache, through some layers.
     *
     * @param lengths how many positions each has read, [B]; the cache has room for one more than the most of them
     * @param first the number of the first of these layers
     */
    public static Tensor advanceRows(
            TensorScope scope, Tensor x, List<Tensor> weights, List<Tensor> cache, Tensor rope, int[] lengths, long first, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "advance_rows")
                .with(x)
                .withList(weights)
                .withList(cache)
                .with(rope)
                .with(shape.kinds())
                .with(scope.ids(lengths, lengths.length))
                .with(scope.hostLongs(Arrays.stream(lengths).max().orElse(0), first))
                .with(shape.sizes())
                .with(shape.epsilon())
                .run()
                .getFirst();
    }

    /**
     * Runs the nodes of a tree of tokens, x [1, L, H], through some layers: [1, L, H].
     *
     * @param weights those of each layer in turn, see the kernel's text
     * @param first the number of the first of these layers
     * @param depths int64 [L], the place of each in its text, from 0
     * @param seen [L·L], row after row, 1 where a node sees another: itself and those that lead to it
     */
    public static Tensor branches(
            TensorScope scope, Tensor x, List<Tensor> weights, Tensor rope, long first, Tensor depths, byte[] seen, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "branches")
                .with(x)
                .withList(weights)
                .with(rope)
                .with(shape.kinds())
                .with(scope.hostLongs(first))
                .with(depths)
                .with(scope.bytes(MemorySegment.ofArray(seen)))
                .with(shape.sizes())
                .with(shape.epsilon())
                .run()
                .getFirst();
    }

    /** The positions {@code places} int64 [n] of x [B, L, H]: [B, n, H]. */
    public static Tensor pick(TensorScope scope, Tensor x, Tensor places) throws HydraException {
        return KernelCall.of(scope, "pick").with(x).with(places).run().getFirst();
    }

    /** Copies positions of cached sequences in place, from {@code start} to before {@code end}: {@code to[i]} gets what {@code which[i]} had. */
    public static void reorder(TensorScope scope, List<Tensor> cache, int[] which, int[] to, long start, long end) throws HydraException {
        KernelCall.of(scope, "reorder")
                .withList(cache)
                .with(scope.ids(which, which.length))
                .with(scope.ids(to, to.length))
                .with(scope.hostLongs(start, end - start))
                .run();
    }

    /** Copies the first {@code length} positions of the first {@code rows} cached sequences to a cache of another size. */
    public static void carry(TensorScope scope, List<Tensor> from, List<Tensor> to, long rows, long length) throws HydraException {
        KernelCall.of(scope, "carry").withList(from).withList(to).with(scope.hostLongs(rows, length)).run();
    }

    /** The states that heads look at, x [B, L, H] after the final norm. */
    public static Tensor states(TensorScope scope, Tensor x, Tensor norm, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "states").with(x).with(norm).with(shape.epsilon()).run().getFirst();
    }

    /**
     * Scores of the vocabulary after the last position of x [B, L, H]: [B, V], and the logarithm of the sum of their exponentials, [B].
     */
    public static List<Tensor> logits(TensorScope scope, Tensor x, Tensor norm, Tensor head, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "logits").with(x).with(norm).with(head).with(shape.epsilon()).run();
    }

    /** Negative log-likelihood in nats of {@code targets} int64 [n] after the n = B·L positions of x [B, L, H]; 0 where a target is negative. */
    public static Tensor nll(TensorScope scope, Tensor x, Tensor targets, Tensor norm, Tensor head, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "nll")
                .with(x)
                .with(targets)
                .with(norm)
                .with(head)
                .with(shape.epsilon())
                .run()
                .getFirst();
    }

    /**
     * The loss summed over the targets (float64 [1]), then its gradient for each chosen parameter.
     *
     * @param ids int64 [T, B, L], negative where a position belongs to another of the T tables
     * @param targets int64 [B, L], negative where nothing is to be predicted
     * @param parameters input table, head (again the input table when tied), final norm, layers
     * @param others input tables 2 to T; empty when T is 1
     * @param shares of label smoothing and dropout, 0 for none
     * @param seed of what is dropped
     * @param choice int64 on the host, 1 for each parameter, then each other table, whose gradient is wanted; for a tied head 0
     */
    public static List<Tensor> gradients(
            TensorScope scope,
            Tensor ids,
            Tensor targets,
            List<Tensor> parameters,
            List<Tensor> others,
            Tensor choice,
            Shares shares,
            long seed,
            Tensor rope,
            KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "gradients")
                .training()
                .with(ids)
                .with(targets)
                .withList(parameters)
                .withList(others.isEmpty() ? List.of(scope.zeros(1, 1)) : others)
                .with(choice)
                .with(scope.hostDoubles(shares.labelSmoothing, shares.dropout))
                .with(scope.hostLongs(seed))
                .with(rope)
                .with(shape.kinds())
                .with(shape.sizes())
                .with(shape.epsilon())
                .run();
    }

    /** What keeps gradients from fitting the targets too well: shares from 0 (off) to 1. */
    public record Shares(double labelSmoothing, double dropout) {}

    /** Adds tensors in place, each of {@code more} to the one at its place in {@code into}. */
    public static void add(TensorScope scope, List<Tensor> into, List<Tensor> more) throws HydraException {
        KernelCall.of(scope, "add").withList(into).withList(more).run();
    }

    /** Moves tensors in place a share, from 0 to 1, of the way to others: each of {@code into} to the one at its place in {@code toward}. */
    public static void lerp(TensorScope scope, List<Tensor> into, List<Tensor> toward, double share) throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "lerp").withList(into).withList(toward).with(scope.hostDoubles(share)).run();
    }

    /** Exchanges the numbers of tensors in place, each of {@code one} with the one at its place in {@code other}. */
    public static void exchange(TensorScope scope, List<Tensor> one, List<Tensor> other) throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "exchange").withList(one).withList(other).run();
    }

    /** The common norm of gradients, [1]. */
    public static Tensor gradientNorm(TensorScope scope, List<Tensor> gradients) throws HydraException {
        return KernelCall.of(scope, "gradient_norm").withList(gradients).run().getFirst();
    }

    /**
     * One step of AdamW (Loshchilov and Hutter 2019) in place on parameters and both moments.
     *
     * @param step the number of this step, from 1
     * @param divisor what the gradients are divided by first
     */
    public static void adamw(
            TensorScope scope,
            List<Tensor> parameters,
            List<Tensor> gradients,
            List<Tensor> firstMoments,
            List<Tensor> secondMoments,
            long step,
            double divisor,
            Rates rates)
            throws HydraException {
        scope.runtime().changed();
        KernelCall.of(scope, "adamw")
                .withList(parameters)
                .withList(gradients)
                .withList(firstMoments)
                .withList(secondMoments)
                .with(scope.floats(new float[] {step}, 1))
                .with(scope.floats(new float[] {(float) divisor}, 1))
                .with(scope.hostDoubles(rates.learning, rates.beta1, rates.beta2, rates.decay, rates.epsilon))
                .run();
    }

    /** Numbers of an AdamW step: learning rate, decay rates of the moments, weight decay, the term that avoids division by 0. */
    public record Rates(double learning, double beta1, double beta2, double decay, double epsilon) {}
}
