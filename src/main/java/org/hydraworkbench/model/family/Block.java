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
 */
public record Block(Norm norm, Attention attention, FeedForward feedForward, Residual residual, Ends ends) {

    /** That of Llama. */
    public static final Block LLAMA =
            new Block(Norm.RMS, Attention.PLAIN, FeedForward.PLAIN, Residual.NORM_BEFORE, Ends.PLAIN);

    Block with(Norm value) {
        return new Block(value, attention, feedForward, residual, ends);
    }

    Block with(Attention value) {
        return new Block(norm, value, feedForward, residual, ends);
    }

    Block with(FeedForward value) {
        return new Block(norm, attention, value, residual, ends);
    }

    Block with(Residual value) {
        return new Block(norm, attention, feedForward, value, ends);
    }

    Block with(Ends value) {
        return new Block(norm, attention, feedForward, residual, value);
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
            case FINAL_NORM, ATTENTION_NORM, QKV, OUTPUT, DOWN -> true;
            case POSITIONS -> ends.positions() != 0;
            case QKV_BIAS -> attention.qkvBias();
            case QUERY_NORM, KEY_NORM -> attention.headNorm() != HeadNorm.NONE;
            case OUTPUT_BIAS -> attention.outputBias();
            case ATTENTION_AFTER_NORM, FEED_AFTER_NORM -> residual == Residual.NORM_AROUND;
            case FEED_NORM -> residual != Residual.PARALLEL;
            case GATE_UP -> feedForward.gated();
            case GATE_UP_BIAS -> feedForward.gated() && feedForward.bias();
            case UP -> !feedForward.gated();
            case UP_BIAS -> !feedForward.gated() && feedForward.bias();
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
            case QKV -> new long[] {sizes.queries() + 2 * sizes.keys(), sizes.hidden()};
            case QKV_BIAS -> new long[] {sizes.queries() + 2 * sizes.keys()};
            case QUERY_NORM -> attention.headNorm().shape(sizes.heads(), sizes.headDim());
            case KEY_NORM -> attention.headNorm().shape(sizes.kvHeads(), sizes.headDim());
            case OUTPUT -> new long[] {sizes.hidden(), sizes.queries()};
            case GATE_UP -> new long[] {2L * sizes.inner(), sizes.hidden()};
            case GATE_UP_BIAS -> new long[] {2L * sizes.inner()};
            case UP -> new long[] {sizes.inner(), sizes.hidden()};
            case UP_BIAS -> new long[] {sizes.inner()};
            case ALPHA_P, ALPHA_N -> new long[] {1};
            case DOWN -> new long[] {sizes.hidden(), sizes.inner()};
        };
    }

    /** Whether a fresh weight is random numbers; else it is {@link #fresh}. */
    public static boolean isRandom(Weight weight) {
        return switch (weight) {
            case POSITIONS, QKV, OUTPUT, GATE_UP, UP, DOWN -> true;
            case FINAL_NORM, ATTENTION_NORM, QKV_BIAS, QUERY_NORM, KEY_NORM, OUTPUT_BIAS, ATTENTION_AFTER_NORM, FEED_NORM, GATE_UP_BIAS, UP_BIAS, ALPHA_P,
                    ALPHA_N, DOWN_BIAS, FEED_AFTER_NORM -> false;
        };
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
     */
    public KernelText kernel(@Nullable Window window, NumberType compute, boolean casts) {
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
        attention.choose(parts, numbers);
        feedForward.choose(parts);
        ends.choose(parts, numbers, compute);
        if (window != null) {
            parts.put("window", "sliding");
            numbers.put("window", window.size());
        }
        return new KernelText(parts, weights().stream().map(Weight::kernelName).toList(), numbers);
    }
}
