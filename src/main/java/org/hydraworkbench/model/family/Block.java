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
 * @param queryScale what queries are multiplied by; 1 for nothing
 * @param logitScale what scores of tokens are multiplied by; 1 for nothing
 * @param caps what scores are kept below
 */
public record Block(
        Norm norm,
        boolean qkvBias,
        HeadNorm headNorm,
        boolean outputBias,
        Activation activation,
        boolean feedBias,
        Order order,
        double embeddingScale,
        double queryScale,
        double logitScale,
        Caps caps) {

    /** That of Llama. */
    public static final Block LLAMA =
            new Block(Norm.RMS, false, HeadNorm.NONE, false, Activation.SILU, false, Order.NORM_BEFORE, 1, 1, 1, Caps.NONE);

    /** How something is brought to a common size (Zhang and Sennrich 2019). */
    public enum Norm {
        /** By its root mean square, times the weight. */
        RMS,
        /** The same, times one more than the weight. */
        RMS_ONE_MORE,
        /** By its deviation from its mean, times the weight. */
        MEAN
    }

    /**
     * What scores are kept below, softly: c · tanh(x / c). 0 for nothing.
     *
     * @param attention of products of queries and keys
     * @param logits of tokens
     */
    public record Caps(double attention, double logits) {

        /** None. */
        public static final Caps NONE = new Caps(0, 0);
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

    /** What the gate, or where there is none what goes up, goes through. */
    public enum Activation {
        /** x · sigmoid(x). */
        SILU,
        /** The Gaussian error linear unit, by its approximation with tanh (Hendrycks and Gimpel 2016). */
        GELU_TANH,
        /** Without a gate: squares above 0, an exponential below, with two numbers that each layer has (xIELU: Huang and Schlag 2024). */
        XIELU
    }

    /** Where the norms stand. */
    public enum Order {
        /** Before the attention and the feed-forward half. */
        NORM_BEFORE,
        /** After them, before they are added to the residual stream. */
        NORM_AFTER,
        /** Before and after them. */
        NORM_AROUND,
        /** Both halves read the same, after one norm, and are added together. */
        PARALLEL
    }

    Block withNorm(Norm value) {
        return new Block(value, qkvBias, headNorm, outputBias, activation, feedBias, order, embeddingScale, queryScale, logitScale, caps);
    }

    Block withAttentionBias(boolean qkv, boolean output) {
        return new Block(norm, qkv, headNorm, output, activation, feedBias, order, embeddingScale, queryScale, logitScale, caps);
    }

    Block withHeadNorm(HeadNorm value) {
        return new Block(norm, qkvBias, value, outputBias, activation, feedBias, order, embeddingScale, queryScale, logitScale, caps);
    }

    Block withActivation(Activation value) {
        return new Block(norm, qkvBias, headNorm, outputBias, value, feedBias, order, embeddingScale, queryScale, logitScale, caps);
    }

    Block withFeedBias(boolean value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, value, order, embeddingScale, queryScale, logitScale, caps);
    }

    Block withOrder(Order value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, value, embeddingScale, queryScale, logitScale, caps);
    }

    Block withEmbeddingScale(double value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, order, value, queryScale, logitScale, caps);
    }

    Block withQueryScale(double value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, order, embeddingScale, value, logitScale, caps);
    }

    Block withCaps(Caps value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, order, embeddingScale, queryScale, logitScale, value);
    }

    Block withLogitScale(double value) {
        return new Block(norm, qkvBias, headNorm, outputBias, activation, feedBias, order, embeddingScale, queryScale, value, caps);
    }

    /** The weights of a layer, in the kernel's order. */
    public List<LayerWeight> weights() {
        return Stream.of(LayerWeight.values()).filter(this::has).toList();
    }

    private boolean has(LayerWeight weight) {
        return switch (weight) {
            case ATTENTION_NORM, QKV, OUTPUT, DOWN -> true;
            case FEED_NORM -> order != Order.PARALLEL;
            case GATE_UP -> activation != Activation.XIELU;
            case UP, ALPHA_P, ALPHA_N -> activation == Activation.XIELU;
            case QKV_BIAS -> qkvBias;
            case QUERY_NORM, KEY_NORM -> headNorm != HeadNorm.NONE;
            case OUTPUT_BIAS -> outputBias;
            case GATE_UP_BIAS, DOWN_BIAS -> feedBias;
            case ATTENTION_AFTER_NORM, FEED_AFTER_NORM -> order == Order.NORM_AROUND;
        };
    }

    /** The shape of a weight. */
    public long[] shape(LayerWeight weight, Sizes sizes) {
        boolean each = headNorm == HeadNorm.EACH;
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
            case ALPHA_P, ALPHA_N -> new long[] {1};
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
            case QKV, OUTPUT, GATE_UP, UP, DOWN -> true;
            case ATTENTION_NORM, QKV_BIAS, QUERY_NORM, KEY_NORM, OUTPUT_BIAS, ATTENTION_AFTER_NORM, FEED_NORM, GATE_UP_BIAS, ALPHA_P, ALPHA_N, DOWN_BIAS,
                    FEED_AFTER_NORM -> false;
        };
    }

    /** What a fresh weight that is not random is filled with. */
    public float fresh(LayerWeight weight) {
        return weight.isNorm() ? freshNorm() : 0;
    }

    /** The kernel of models that consist of it. */
    public KernelText kernel() {
        Map<String, String> parts = new HashMap<>(KernelText.LLAMA.parts());
        parts.put("norm", switch (norm) {
            case RMS -> "rms";
            case RMS_ONE_MORE -> "rms-one-more";
            case MEAN -> "mean";
        });
        parts.put("qkv", biased(qkvBias));
        parts.put("output", biased(outputBias));
        parts.put("head-norm", switch (headNorm) {
            case NONE -> "none";
            case EACH -> "each";
            case ALL -> "all";
        });
        String gate = switch (activation) {
            case SILU -> "silu";
            case GELU_TANH -> "gelu-tanh";
            case XIELU -> "xielu";
        };
        parts.put("feed-forward", feedBias ? gate + "-biased" : gate);
        parts.put("layer", switch (order) {
            case NORM_BEFORE -> "norm-before";
            case NORM_AFTER -> "norm-after";
            case NORM_AROUND -> "norm-around";
            case PARALLEL -> "parallel";
        });
        Map<String, Double> numbers = new HashMap<>();
        if (embeddingScale != 1) {
            parts.put("embedded", "scaled");
            numbers.put("embedding_scale", embeddingScale);
        }
        if (queryScale != 1) {
            parts.put("asked", "scaled");
            numbers.put("query_scale", queryScale);
        }
        if (caps.attention() != 0) {
            parts.put("look", "capped");
            numbers.put("attention_cap", caps.attention());
        }
        if (caps.logits() != 0) {
            parts.put("scores", "capped");
            numbers.put("logit_cap", caps.logits());
        }
        if (logitScale != 1) {
            parts.put("final", "scaled");
            numbers.put("logit_scale", logitScale);
        }
        return new KernelText(parts, weights().stream().map(LayerWeight::kernelName).toList(), numbers);
    }

    private static String biased(boolean bias) {
        return bias ? "biased" : "plain";
    }
}
