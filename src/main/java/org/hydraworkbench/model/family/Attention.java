package org.hydraworkbench.model.family;

import java.util.Map;

/**
 * The first half of a layer, in which tokens look at each other.
 *
 * @param projection of how many matrices queries, keys and values come
 * @param qkvBias whether something is added to them
 * @param headNorm what becomes of queries and keys before they are turned
 * @param turning how queries and keys are turned by where they stand
 * @param outputBias whether something is added to what the heads give
 * @param queryScale what queries are multiplied by; 1 for nothing
 * @param cap what products of queries and keys are kept below, softly: c · tanh(x / c); 0 for nothing
 */
public record Attention(
        Projection projection, boolean qkvBias, HeadNorm headNorm, Turning turning, boolean outputBias, double queryScale, double cap) {

    /** That of Llama. */
    public static final Attention PLAIN = new Attention(Projection.SEPARATE, false, HeadNorm.NONE, Turning.HALVES, false, 1, 0);

    Attention with(Projection value) {
        return new Attention(value, qkvBias, headNorm, turning, outputBias, queryScale, cap);
    }

    Attention withBias(boolean qkv, boolean output) {
        return new Attention(projection, qkv, headNorm, turning, output, queryScale, cap);
    }

    Attention with(HeadNorm value) {
        return new Attention(projection, qkvBias, value, turning, outputBias, queryScale, cap);
    }

    Attention with(Turning value) {
        return new Attention(projection, qkvBias, headNorm, value, outputBias, queryScale, cap);
    }

    Attention withQueryScale(double value) {
        return new Attention(projection, qkvBias, headNorm, turning, outputBias, value, cap);
    }

    Attention withCap(double value) {
        return new Attention(projection, qkvBias, headNorm, turning, outputBias, queryScale, value);
    }

    /** Whether there is a matrix of its own for queries, for keys and for values. */
    boolean isSeparate() {
        return projection == Projection.SEPARATE;
    }

    /**
     * Names the kernel's parts, and what they ask for.
     *
     * @param partly whether only the first numbers of a head turn
     */
    void choose(Map<String, String> parts, Map<String, Number> numbers, boolean partly) {
        parts.put("qkv", projection.part(qkvBias));
        parts.put("head-norm", headNorm.part());
        parts.put("rotary", turning.part(partly));
        parts.put("output", outputBias ? "biased" : "plain");
        if (queryScale != 1) {
            parts.put("asked", "scaled");
            numbers.put("query_scale", queryScale);
        }
        if (cap != 0) {
            parts.put("look", "capped");
            numbers.put("attention_cap", cap);
        }
    }
}
