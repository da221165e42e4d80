package org.hydraworkbench.model.family;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hydraworkbench.model.runtime.KernelText;

/**
 * What a layer consists of, and how it is begun.
 *
 * @param norm by what all norms go
 * @param qkvBias whether something is added to queries, keys and values
 * @param headNorm what becomes of queries and keys before they are turned
 * @param outputBias whether something is added to what the attention gives
 * @param activation of the gate
 * @param feedBias whether something is added inside the feed-forward half
 * @param order where the norms stand
 * @param embeddingScale what rows of the input table are multiplied by; 1 for nothing
 */
public record Block(
        Norm norm,
        boolean qkvBias,
        HeadNorm headNorm,
        boolean outputBias,
        Activation activation,
        boolean feedBias,
        Order order,
        double embeddingScale) {

    /** That of Llama. */
    public static final Block LLAMA =
            new Block(Norm.RMS, false, HeadNorm.NONE, false, Activation.SILU, false, Order.NORM_BEFORE, 1);

    /** How something is brought to a common size (Zhang and Sennrich 2019). */
    public enum Norm {
        /** By its root mean square, times the weight. */
        RMS,
        /** The same, times one more than the weight. */
        RMS_ONE_MORE
    }

    /** Norms of queries and keys. */
    public enum HeadNorm {
        /** None. */
        NONE,
        /** Each head by itself, all with the same weight. */
        EACH,
        /** All heads together. */
        ALL
    }

    /** What the gate goes through. */
    public enum Activation {
        /** x · sigmoid(x). */
        SILU,
        /** The Gaussian error linear unit, by its approximation with tanh (Hendrycks and Gimpel 2016). */
        GELU_TANH
    }

    /** Where the norms stand. */
    public enum Order {
        /** Before the attention and the feed-forward half. */
        NORM_BEFORE,
        /** After them, before they are added to the residual stream. */
        NORM_AFTER
    }

    Block withNorm(Norm value) {
        return new Block(value, qkvBias, headNorm, outputBias, activation, feedBias, order, embeddingScale);
    }

    Block withAttentionBias(boolean qkv, boolean output) {
        return new Block(norm, qkv, headNorm, output, activation, feedBias, order, embeddingScale);
    }

    Block withHeadNorm(HeadNorm value) {
        return new Block(norm, qkvBias, value, outputBias, activation, feedBias, order, embeddingScale);
    }

    Block withActivation(Activation value) {
        return new Block(norm, qkvBias, headNorm, outputBias, value, feedBias, order, embeddingScale);
    }

    Block withFeedBias(boolean value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, value, order, embeddingScale);
    }

    Block withOrder(Order value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, value, embeddingScale);
    }

    Block withEmbeddingScale(double value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, order, value);
    }

    /** The weights of a layer, in the kernel's order. */
    public List<LayerWeight> weights() {
        return Stream.of(LayerWeight.values()).filter(this::has).toList();
    }

    private boolean has(LayerWeight weight) {
        return switch (weight) {
            case ATTENTION_NORM, QKV, OUTPUT, FEED_NORM, GATE_UP, DOWN -> true;
            case QKV_BIAS -> qkvBias;
            case QUERY_NORM, KEY_NORM -> headNorm != HeadNorm.NONE;
            case OUTPUT_BIAS -> outputBias;
            case GATE_UP_BIAS, DOWN_BIAS -> feedBias;
        };
    }

    /** The shape of a weight. */
    public long[] shape(LayerWeight weight, Sizes sizes) {
        boolean each = headNorm == HeadNorm.EACH;
        return switch (weight) {
            case ATTENTION_NORM, FEED_NORM, OUTPUT_BIAS, DOWN_BIAS -> new long[] {sizes.hidden()};
            case QKV -> new long[] {sizes.queries() + 2 * sizes.keys(), sizes.hidden()};
            case QKV_BIAS -> new long[] {sizes.queries() + 2 * sizes.keys()};
            case QUERY_NORM -> new long[] {each ? sizes.headDim() : sizes.queries()};
            case KEY_NORM -> new long[] {each ? sizes.headDim() : sizes.keys()};
            case OUTPUT -> new long[] {sizes.hidden(), sizes.queries()};
            case GATE_UP -> new long[] {2L * sizes.inner(), sizes.hidden()};
            case GATE_UP_BIAS -> new long[] {2L * sizes.inner()};
            case DOWN -> new long[] {sizes.hidden(), sizes.inner()};
        };
    }

    /** What a fresh norm is filled with, so that it leaves a size alone. */
    public float freshNorm() {
        return norm == Norm.RMS_ONE_MORE ? 0 : 1;
    }

    /** Whether a fresh weight is random numbers; else it is {@link #fresh}. */
    public static boolean isRandom(LayerWeight weight) {
        return switch (weight) {
            case QKV, OUTPUT, GATE_UP, DOWN -> true;
            case ATTENTION_NORM, QKV_BIAS, QUERY_NORM, KEY_NORM, OUTPUT_BIAS, FEED_NORM, GATE_UP_BIAS, DOWN_BIAS -> false;
        };
    }

    /** What a fresh weight that is not random is filled with. */
    public float fresh(LayerWeight weight) {
        return weight.isNorm() ? freshNorm() : 0;
    }

    /** The kernel of models that consist of it. */
    public KernelText kernel() {
        Map<String, String> parts = new HashMap<>(KernelText.LLAMA.parts());
        parts.put("norm", norm == Norm.RMS ? "rms" : "rms-one-more");
        parts.put("qkv", biased(qkvBias));
        parts.put("output", biased(outputBias));
        parts.put("head-norm", switch (headNorm) {
            case NONE -> "none";
            case EACH -> "each";
            case ALL -> "all";
        });
        String gate = activation == Activation.SILU ? "silu" : "gelu-tanh";
        parts.put("feed-forward", feedBias ? gate + "-biased" : gate);
        parts.put("layer", order == Order.NORM_BEFORE ? "norm-before" : "norm-after");
        parts.put("embedded", embeddingScale == 1 ? "plain" : "scaled");
        return new KernelText(
                parts,
                weights().stream().map(LayerWeight::kernelName).toList(),
                embeddingScale == 1 ? Map.of() : Map.of("embedding_scale", embeddingScale));
    }

    private static String biased(boolean bias) {
        return bias ? "biased" : "plain";
    }
}
