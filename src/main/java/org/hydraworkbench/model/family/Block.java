package org.hydraworkbench.model.family;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hydraworkbench.model.runtime.KernelText;
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

    /** The weights of a layer, in the kernel's order. */
    public List<LayerWeight> weights() {
        return Stream.of(LayerWeight.values()).filter(this::has).toList();
    }

    private boolean has(LayerWeight weight) {
        return switch (weight) {
            case ATTENTION_NORM, QKV, OUTPUT, DOWN -> true;
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
    public long[] shape(LayerWeight weight, Sizes sizes) {
        boolean each = attention.headNorm() == HeadNorm.EACH;
        return switch (weight) {
            case ATTENTION_NORM, ATTENTION_AFTER_NORM, FEED_NORM, FEED_AFTER_NORM, OUTPUT_BIAS, DOWN_BIAS -> new long[] {sizes.hidden()};
            case QKV -> new long[] {sizes.queries() + 2 * sizes.keys(), sizes.hidden()};
            case QKV_BIAS -> new long[] {sizes.queries() + 2 * sizes.keys()};
            case QUERY_NORM -> new long[] {each ? sizes.headDim() : sizes.queries()};
            case KEY_NORM -> new long[] {each ? sizes.headDim() : sizes.keys()};
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
    public static boolean isRandom(LayerWeight weight) {
        return switch (weight) {
            case QKV, OUTPUT, GATE_UP, UP, DOWN -> true;
            case ATTENTION_NORM, QKV_BIAS, QUERY_NORM, KEY_NORM, OUTPUT_BIAS, ATTENTION_AFTER_NORM, FEED_NORM, GATE_UP_BIAS, UP_BIAS, ALPHA_P,
                    ALPHA_N, DOWN_BIAS, FEED_AFTER_NORM -> false;
        };
    }

    /** What a fresh weight that is not random is filled with. */
    public float fresh(LayerWeight weight) {
        return weight.isNorm() ? freshNorm() : 0;
    }

    /** What a fresh norm is filled with. */
    public float freshNorm() {
        return norm.fresh();
    }

    /** The kernel of models that are built so, {@code window} being what their tokens look through at texts of some length; null for all. */
    public KernelText kernel(@Nullable Window window) {
        Map<String, String> parts = new HashMap<>(KernelText.LLAMA.parts());
        Map<String, Number> numbers = new HashMap<>();
        parts.put("norm", norm.part());
        parts.put("layer", residual.part());
        attention.choose(parts, numbers);
        feedForward.choose(parts);
        ends.choose(parts, numbers);
        if (window != null) {
            parts.put("window", "sliding");
            numbers.put("window", window.size());
        }
        return new KernelText(parts, weights().stream().map(LayerWeight::kernelName).toList(), numbers);
    }
}
