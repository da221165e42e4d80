package org.hydraworkbench.model.family;

import java.util.Map;

/**
 * The first half of a layer, in which tokens look at each other.
 *
 * @param qkvBias whether something is added to queries, keys and values
 * @param headNorm what becomes of queries and keys before they are turned
 * @param turned whether queries and keys are turned by where they stand
 * @param outputBias whether something is added to what the heads give
 * @param queryScale what queries are multiplied by; 1 for nothing
 * @param cap what products of queries and keys are kept below, softly: c · tanh(x / c); 0 for nothing
 */
public record Attention(boolean qkvBias, HeadNorm headNorm, boolean turned, boolean outputBias, double queryScale, double cap) {

    /** That of Llama. */
    public static final Attention PLAIN = new Attention(false, HeadNorm.NONE, true, false, 1, 0);

    Attention withBias(boolean qkv, boolean output) {
        return new Attention(qkv, headNorm, turned, output, queryScale, cap);
    }

    Attention withHeadNorm(HeadNorm value) {
        return new Attention(qkvBias, value, turned, outputBias, queryScale, cap);
    }

    Attention withoutTurning() {
        return new Attention(qkvBias, headNorm, false, outputBias, queryScale, cap);
    }

    Attention withQueryScale(double value) {
        return new Attention(qkvBias, headNorm, turned, outputBias, value, cap);
    }

    Attention withCap(double value) {
        return new Attention(qkvBias, headNorm, turned, outputBias, queryScale, value);
    }

    /** Names the kernel's parts, and what they ask for. */
    void choose(Map<String, String> parts, Map<String, Number> numbers) {
        parts.put("qkv", biased(qkvBias));
        parts.put("head-norm", headNorm.part());
        parts.put("rotary", turned ? "turned" : "none");
        parts.put("output", biased(outputBias));
        if (queryScale != 1) {
            parts.put("asked", "scaled");
            numbers.put("query_scale", queryScale);
        }
        if (cap != 0) {
            parts.put("look", "capped");
            numbers.put("attention_cap", cap);
        }
    }

    private static String biased(boolean bias) {
        return bias ? "biased" : "plain";
    }
}
