package org.hydraworkbench.model.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * The kernel's methods with their types. Letters in shapes: B sequences, L positions, H hidden width, h query heads, k
 * key-value heads, D head width, V vocabulary, C cache capacity. Weights and tables are of any {@link NumberType}, states x and caches of that which is
 * computed in; everything else is float32 unless said otherwise. Results belong
 * to the scope given first. Each method fails with a {@link org.hydraworkbench.base.ResourceException} when memory runs out.
 */
public final class DecoderKernel {

    /** Blocks in which weights are copied: no buffer reaches 2 GiB, and little is held twice. */
    private static final long BLOCK_BYTES = 1L << 25;

    private DecoderKernel() {}

    /**
     * Copies raw little-endian numbers into {@code into}, from its element {@code start} on, cast to its type. What was read of a mapped file
     * takes no memory afterwards.
     */
    public static void load(TensorScope scope, Tensor into, MemorySegment raw, NumberType type, long start) throws HydraException {
        change(scope, List.of(into));
        for (long at = 0; at < raw.byteSize(); at += BLOCK_BYTES) {
            try (TensorScope block = scope.child()) {
                MemorySegment some = raw.asSlice(at, Math.min(BLOCK_BYTES, raw.byteSize() - at));
                Tensor bytes = block.bytes(some);
                Tensor kind = block.hostLongs(type.code(), start + at / type.bytes());
                KernelCall.of(block, "load").with(into).with(bytes).with(kind).run();
                if (some.isMapped()) {
                    some.unload();
                }
            }
        }
    }

    /**
     * Numbers of a file as a tensor that has no memory of its own: it is only ever read, and the file must outlive it. For the processor.
     *
     * @param raw little-endian, less than 2 GiB, at a multiple of the size of a number
     */
    public static Tensor mapped(TensorScope scope, MemorySegment raw, NumberType type, long... shape) throws HydraException {
        try (TensorScope call = scope.child()) {
            Tensor tensor = KernelCall.of(call, "mapped")
                    .training()
                    .with(call.bytes(raw))
                    .with(call.hostLongs(type.code()))
                    .with(call.hostLongs(shape))
                    .run()
                    .getFirst();
            tensor.moveTo(scope);
            return tensor.ofFile();
        }
    }

    /** Weights are about to change. A program that writes to a mapped file would be ended by the system. */
    private static void change(TensorScope scope, List<Tensor> tensors) {
        if (tensors.stream().anyMatch(Tensor::isMapped)) {
            throw new IllegalStateException("numbers of a mapped file are to be changed");
        }
        scope.runtime().changed();
    }

    /** The lengths of the rows of a matrix of a layer, as [out, in]: [out]; they may be trained. */
    public static Tensor lengths(TensorScope scope, Tensor matrix, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "lengths").training().with(matrix).run().getFirst();
    }

    /** A matrix of a layer and what is learnt beside it, as one, in the matrix's shape. */
    public static Tensor merged(TensorScope scope, List<Tensor> matrix, KernelShape shape) throws HydraException {
        return KernelCall.of(scope, shape, "merged").withList(matrix).run().getFirst();
    }

    /** A float32 copy of {@code n} rows from {@code first} on. */
    public static Tensor part(TensorScope scope, Tensor x, long first, long n) throws HydraException {
        return KernelCall.of(scope, "part").with(x).with(scope.hostLongs(first, n)).run().getFirst();
    }

    /** Fills {@code into} with normal random numbers around 0. */
    public static void normal(TensorScope scope, Tensor into, double deviation, long seed) throws HydraException {
        change(scope, List.of(into));
        KernelCall.of(scope, "normal").with(into).with(scope.hostDoubles(deviation)).with(scope.hostLongs(seed)).run();
    }

    /** Replaces rows of {@code table} [V, H] in place: {@code ids} int64 [n], {@code rows} [n, H]. */
    public static void setRows(TensorScope scope, Tensor table, Tensor ids, Tensor rows) throws HydraException {
        change(scope, List.of(table));
        KernelCall.of(scope, "set_rows").with(table).with(ids).with(rows).run();
    }

    /** Zeros of a type. */
    static Tensor blank(TensorScope scope, NumberType type, long... shape) throws HydraException {
        return KernelCall.of(scope, "blank")
                .training()
                .with(scope.zeros(1))
                .with(scope.hostLongs(shape))
                .with(scope.hostLongs(type.code()))
                .run()
                .getFirst();
    }

    /** Whole numbers of the host on the device, in the one transfer that a step needs. */
    static Tensor send(TensorScope scope, Tensor numbers) throws HydraException {
        return KernelCall.of(scope, "send").training().with(numbers).with(scope.zeros(1)).run().getFirst();
    }

    /** Numbers [n] as stretches of so many each. */
    static List<Tensor> pieces(TensorScope scope, Tensor numbers, long[] sizes) throws HydraException {
        return KernelCall.of(scope, "pieces").training().with(numbers).with(scope.hostLongs(sizes)).run();
    }

    /** A copy in another type, or the same. */
    public static Tensor cast(TensorScope scope, Tensor x, NumberType type) throws HydraException {
        return KernelCall.of(scope, "cast").training().with(x).with(scope.hostLongs(type.code())).run().getFirst();
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
                .withList(tables.size() == 1 ? List.of(scope.zeros(1, 1)) : tables.subList(1, tables.size()))
                .with(ids)
                .run()
                .getFirst();
    }

    /** Adds to x [B, L, H] the rows of {@code table} [C, H] that {@code places} int64 [L], or [B, L], name. */
    public static Tensor place(TensorScope scope, Tensor x, Tensor table, Tensor places) throws HydraException {
        return KernelCall.of(scope, "place").with(x).with(table).with(places).run().getFirst();
    }

    /**
     * Runs x [B, L, H], the next positions of B sequences of one length, through some layers.
     *
     * @param weights those of each layer in turn, see the kernel's text
     * @param cache keys and values [R, k, C, D] of each of these layers in turn; gets the new ones after {@code past} positions
     * @param row the first of the R sequences of the cache that are meant, B of them
     * @param rope [T, C', 2, R/2], cosines and sines of each way to turn
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
     * Cosines and sines of positions: [T, B, 2, R/2].
     *
     * @param within [T, C, 2, R/2], which holds up to before {@code change}
     * @param beyond [T, C', 2, R/2], which holds from there on
     * @param places int64 [B]
     */
    public static Tensor either(TensorScope scope, Tensor within, Tensor beyond, Tensor places, long change) throws HydraException {
        return KernelCall.of(scope, "either").with(within).with(beyond).with(places).with(scope.hostLongs(change)).run().getFirst();
    }

    /**
     * Runs x [B, 1, H], the next position of each of the first B sequences of a cache, through some layers.
     *
     * @param turns [T, B, 2, R/2], cosines and sines of the position of each, of each way to turn
     * @param lengths how many positions each has read, [B]; the cache has room for one more than the most of them
     * @param first the number of the first of these layers
     */
    public static Tensor advanceRows(
            TensorScope scope, Tensor x, List<Tensor> weights, List<Tensor> cache, Tensor turns, int[] lengths, long first, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "advance_rows")
                .with(x)
                .withList(weights)
                .withList(cache)
                .with(turns)
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

    /** Negative log-likelihood in nats of what is wanted after the B·L positions of x [B, L, H]: [B·L], 0 where nothing is. */
    public static Tensor nll(TensorScope scope, Tensor x, Targets targets, Tensor norm, Tensor head, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "nll")
                .with(x)
                .with(targets.places())
                .with(targets.tokens())
                .with(norm)
                .with(head)
                .with(shape.epsilon())
                .run()
                .getFirst();
    }

    /**
     * What the first layer reads in training: [B, L, H].
     *
     * @param tables T of them, [V, H] each
     * @param outer the weights that belong to no layer: final norm, positions where they are learnt
     * @param ids int64 [T, B, L], negative in all tables but the one that a position belongs to
     * @param dropout what is dropped
     */
    public static Tensor enter(TensorScope scope, List<Tensor> tables, List<Tensor> outer, Tensor ids, Dropped dropout, KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "enter")
                .training()
                .with(ids)
                .with(tables.getFirst())
                .withList(others(scope, tables))
                .withList(outer)
                .with(scope.hostDoubles(0, dropout.share))
                .with(scope.hostLongs(dropout.seed))
                .run()
                .getFirst();
    }

    /**
     * The gradients of the sum of {@code upstream} [B, L, H] times what {@link #enter} gave: of the tables, then of the outer weights, those that are
     * chosen.
     *
     * @param chosen of each of these whether its gradient is wanted; of one at least
     */
    public static List<Tensor> enterBack(
            TensorScope scope,
            List<Tensor> tables,
            List<Tensor> outer,
            Tensor ids,
            Tensor upstream,
            List<Boolean> chosen,
            Dropped dropout,
            KernelShape shape)
            throws HydraException {
        return KernelCall.of(scope, shape, "enter_back")
                .training()
                .with(ids)
                .with(tables.getFirst())
                .withList(others(scope, tables))
                .withList(outer)
                .with(upstream)
                .with(choice(scope, chosen))
                .with(scope.hostDoubles(0, dropout.share))
                .with(scope.hostLongs(dropout.seed))
                .run();
    }

    /** Those after the first; a list that is passed must not be empty, and where there are none it is not looked at. */
    private static List<Tensor> others(TensorScope scope, List<Tensor> tables) throws HydraException {
        return tables.size() == 1 ? List.of(scope.zeros(1, 1)) : tables.subList(1, tables.size());
    }

    /**
     * Runs x [B, L, H] through some layers, in training: [B, L, H].
     *
     * @param layers which, with their weights
     * @param rope [T, C', 2, R/2], cosines and sines of each way to turn
     */
    public static Tensor through(TensorScope scope, Tensor x, Layers layers, Dropped dropout, Tensor rope, KernelShape shape) throws HydraException {
        return layers.end(KernelCall.of(scope, shape, "through").training().with(x).withList(layers.weights), scope, 0, dropout, rope, shape)
                .run()
                .getFirst();
    }

    /**
     * The gradients of the sum of {@code upstream} [B, L, H] times what {@link #through} gave: of x, then of each weight; those that are
     * chosen. The layers are run once more.
     *
     * @param chosen of x and each weight whether its gradient is wanted; of one at least
     */
    public static List<Tensor> throughBack(
            TensorScope scope, Tensor x, Tensor upstream, Layers layers, List<Boolean> chosen, Dropped dropout, Tensor rope, KernelShape shape)
            throws HydraException {
        KernelCall call = KernelCall.of(scope, shape, "through_back")
                .training()
                .with(x)
                .with(upstream)
                .withList(layers.weights)
                .with(choice(scope, chosen));
        return layers.end(call, scope, 0, dropout, rope, shape).run();
    }

    /**
     * The loss in nats of x [B, L, H] after the last layers, summed over what is wanted (float64 [1]), then its gradients: of the head, x, the
     * final norm, and each weight; those that are chosen.
     *
     * @param layers the last ones
     * @param chosen of x, the final norm, the head and each weight whether its gradient is wanted
     * @param labelSmoothing share of the probability that is spread over all tokens
     */
    public static List<Tensor> gradients(
            TensorScope scope,
            Tensor x,
            Targets targets,
            Tensor norm,
            Tensor head,
            Layers layers,
            List<Boolean> chosen,
            double labelSmoothing,
            Dropped dropout,
            Tensor rope,
            KernelShape shape)
            throws HydraException {
        KernelCall call = KernelCall.of(scope, shape, "gradients")
                .training()
                .with(x)
                .with(targets.places())
                .with(targets.tokens())
                .with(norm)
                .with(head)
                .withList(layers.weights)
                .with(choice(scope, chosen));
        return layers.end(call, scope, labelSmoothing, dropout, rope, shape).run();
    }

    private static Tensor choice(TensorScope scope, List<Boolean> chosen) throws HydraException {
        return scope.hostLongs(chosen.stream().mapToLong(each -> each ? 1 : 0).toArray());
    }

    /**
     * Layers that follow each other.
     *
     * @param weights those of each layer in turn, see the kernel's text
     * @param first the number of the first of them
     */
    public record Layers(List<Tensor> weights, long first) {

        private KernelCall end(KernelCall call, TensorScope scope, double labelSmoothing, Dropped dropout, Tensor rope, KernelShape shape)
                throws HydraException {
            return call.with(scope.hostLongs(first))
                    .with(scope.hostDoubles(labelSmoothing, dropout.share))
                    .with(scope.hostLongs(dropout.seed))
                    .with(rope)
                    .with(shape.kinds())
                    .with(shape.sizes())
                    .with(shape.epsilon());
        }
    }

    /**
     * What is dropped in training.
     *
     * @param share from 0 (nothing)
     * @param seed of the choice
     */
    public record Dropped(double share, long seed) {}

    /** Adds tensors in place, each of {@code more} to the one at its place in {@code into}. */
    public static void add(TensorScope scope, List<Tensor> into, List<Tensor> more) throws HydraException {
        KernelCall.of(scope, "add").withList(into).withList(more).run();
    }

    /** Moves tensors in place a share, from 0 to 1, of the way to others: each of {@code into} to the one at its place in {@code toward}. */
    public static void lerp(TensorScope scope, List<Tensor> into, List<Tensor> toward, double share) throws HydraException {
        change(scope, into);
        KernelCall.of(scope, "lerp").withList(into).withList(toward).with(scope.hostDoubles(share)).run();
    }

    /** Exchanges the numbers of tensors in place, each of {@code one} with the one at its place in {@code other}. */
    public static void exchange(TensorScope scope, List<Tensor> one, List<Tensor> other) throws HydraException {
        change(scope, one);
        change(scope, other);
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
        change(scope, parameters);
        KernelCall.of(scope, "adamw")
                .withList(parameters)
                .withList(gradients)
                .withList(firstMoments)
                .withList(secondMoments)
                .with(scope.hostDoubles(rates.learning, rates.beta1, rates.beta2, rates.decay, rates.epsilon, step, divisor))
                .run();
    }

    /** Numbers of an AdamW step: learning rate, decay rates of the moments, weight decay, the term that avoids division by 0. */
    public record Rates(double learning, double beta1, double beta2, double decay, double epsilon) {}
}
