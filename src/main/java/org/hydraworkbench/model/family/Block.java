package org.hydraworkbench.model.family;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hydraworkbench.model.runtime.KernelText;
import org.hydraworkbench.model.runtime.NumberType;
import org.jspecify.annotations.Nullable;

/**
 * What the models of a family are built of.
 *
 * @param norm by what all norms go
 * @param attention the first half of a layer
 * @param feedForward the second half
 * @param residual how both are added
 * @param ends what is before the layers and after them
 * @param columns whether the files hold the matrices of layers turned, [in, out]
 */
public record Block(Norm norm, Attention attention, FeedForward feedForward, Residual residual, Ends ends, boolean columns) {

    /** That of Llama. */
    public static final Block LLAMA =
            new Block(Norm.RMS, Attention.PLAIN, FeedForward.PLAIN, Residual.NORM_BEFORE, Ends.PLAIN, false);

    Block with(Norm value) {
        return new Block(value, attention, feedForward, residual, ends, columns);
    }

    Block with(Attention value) {
        return new Block(norm, value, feedForward, residual, ends, columns);
    }

    Block with(FeedForward value) {
        return new Block(norm, attention, value, residual, ends, columns);
    }

    Block with(Residual value) {
        return new Block(norm, attention, feedForward, value, ends, columns);
    }

    Block with(Ends value) {
        return new Block(norm, attention, feedForward, residual, value, columns);
    }

    Block withColumns() {
        return new Block(norm, attention, feedForward, residual, ends, true);
    }

    /** Whether queries, keys, values, and a gate where there is one, have matrices of their own, [out, in]. */
    public boolean isPlain() {
        return attention.isSeparate() && feedForward.gate() != FeedForward.Gate.FUSED && !columns;
    }

    /** Whether what goes up is multiplied by a gate. */
    public boolean isGated() {
        return feedForward.gate() != FeedForward.Gate.NONE;
    }

    /** Whether the pairs of a head that are turned together lie in its two halves. */
    public boolean turnsHalves() {
        return attention.turning() == Turning.HALVES;
    }

    /** The weights outside of layers and tables, in the kernel's order. */
    public List<Weight> outer() {
        return Stream.of(Weight.values()).filter(weight -> !weight.isOfLayer() && has(weight)).toList();
    }

    /** The weights of a layer, in the kernel's order. */
    public List<Weight> weights() {
        return Stream.of(Weight.values()).filter(weight -> weight.isOfLayer() && has(weight)).toList();
    }

    private boolean has(Weight weight) {
        return switch (weight) {
            case FINAL_NORM, ATTENTION_NORM, OUTPUT, DOWN -> true;
            case POSITIONS -> ends.positions() != 0;
            case Q, K, V -> attention.isSeparate();
            case Q_BIAS, K_BIAS, V_BIAS -> attention.isSeparate() && attention.qkvBias();
            case QKV -> !attention.isSeparate();
            case QKV_BIAS -> !attention.isSeparate() && attention.qkvBias();
            case QUERY_NORM, KEY_NORM -> attention.headNorm() != HeadNorm.NONE;
            case OUTPUT_BIAS -> attention.outputBias();
            case ATTENTION_AFTER_NORM, FEED_AFTER_NORM -> residual == Residual.NORM_AROUND;
            case FEED_NORM -> residual != Residual.PARALLEL;
            case GATE -> feedForward.gate() == FeedForward.Gate.SEPARATE;
            case GATE_BIAS -> feedForward.gate() == FeedForward.Gate.SEPARATE && feedForward.bias();
            case GATE_UP -> feedForward.gate() == FeedForward.Gate.FUSED;
            case UP -> feedForward.gate() != FeedForward.Gate.FUSED;
            case UP_BIAS -> feedForward.gate() != FeedForward.Gate.FUSED && feedForward.bias();
            case ALPHA_P, ALPHA_N -> feedForward.activation() == Activation.XIELU;
            case DOWN_BIAS -> feedForward.bias();
        };
    }

    /** The shape of a weight. */
    public long[] shape(Weight weight, Sizes sizes) {
        return switch (weight) {
            case FINAL_NORM, ATTENTION_NORM, ATTENTION_AFTER_NORM, FEED_NORM, FEED_AFTER_NORM -> new long[] {norm.numbers(sizes.hidden())};
            case OUTPUT_BIAS, DOWN_BIAS -> new long[] {sizes.hidden()};
            case POSITIONS -> new long[] {ends.positions(), sizes.hidden()};
            case Q -> matrix(sizes.queries(), sizes.hidden());
            case K, V -> matrix(sizes.keys(), sizes.hidden());
            case QKV -> matrix(sizes.queries() + 2 * sizes.keys(), sizes.hidden());
            case Q_BIAS -> new long[] {sizes.queries()};
            case K_BIAS, V_BIAS -> new long[] {sizes.keys()};
            case QKV_BIAS -> new long[] {sizes.queries() + 2 * sizes.keys()};
            case QUERY_NORM -> attention.headNorm().shape(sizes.heads(), sizes.headDim());
            case KEY_NORM -> attention.headNorm().shape(sizes.kvHeads(), sizes.headDim());
            case OUTPUT -> matrix(sizes.hidden(), sizes.queries());
            case GATE, UP -> matrix(sizes.inner(), sizes.hidden());
            case GATE_UP -> matrix(2L * sizes.inner(), sizes.hidden());
            case GATE_BIAS, UP_BIAS -> new long[] {sizes.inner()};
            case ALPHA_P, ALPHA_N -> new long[] {1};
            case DOWN -> matrix(sizes.hidden(), sizes.inner());
        };
    }

    /** The shape of a matrix of a layer as [out, in]. */
    public long[] upright(Weight matrix, Sizes sizes) {
        long[] shape = shape(matrix, sizes);
        return columns ? new long[] {shape[1], shape[0]} : shape;
    }

    private long[] matrix(long out, long in) {
        return columns ? new long[] {in, out} : new long[] {out, in};
    }

    /** Whether a fresh weight is random numbers; else it is {@link #fresh}. */
    public static boolean isRandom(Weight weight) {
        return weight == Weight.POSITIONS || weight.isMatrix();
    }

    /** A fresh weight that is not random, in row order. */
    public float[] fresh(Weight weight, Sizes sizes) {
        int numbers = Math.toIntExact(Arrays.stream(shape(weight, sizes)).reduce(1, Math::multiplyExact));
        return weight.isNorm() ? norm.fresh(Math.toIntExact(numbers / norm.numbers(1))) : new float[numbers];
    }

    /**
     * The kernel of models that are built so.
     *
     * @param window what their tokens look through at texts of some length; null for all
     * @param compute the type of numbers that is computed in
     * @param casts whether weights may be of another type
     * @param partly whether only the first numbers of a head turn
     */
    public KernelText kernel(@Nullable Window window, NumberType compute, boolean casts, boolean partly) {
        Map<String, String> parts = new HashMap<>(KernelText.LLAMA.parts());
        Map<String, Number> numbers = new HashMap<>(Map.of(KernelText.COMPUTE, compute.code()));
        if (casts) {
            parts.put("own", "cast");
        }
        if (compute != NumberType.F32) {
            parts.put("add-product", "cast");
        }
        parts.put("norm", norm.part());
        parts.put("layer", residual.part());
        attention.choose(parts, numbers, partly);
        parts.put("matrix", columns ? "columns" : "rows");
        feedForward.choose(parts);
        ends.choose(parts, numbers, compute);
        if (window != null) {
            parts.put("window", "sliding");
            numbers.put("window", window.size());
        }
        return new KernelText(parts, weights().stream().map(Weight::kernelName).toList(), numbers);
    }
}
