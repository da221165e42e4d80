package org.hydraworkbench.model.family;

import java.util.Map;

/**
 * What happens before the first layer and after the last.
 *
 * @param embeddingScale what rows of the input table are multiplied by; 1 for nothing
 * @param logitScale what scores of tokens are multiplied by; 1 for nothing
 * @param logitCap what they are kept below, softly: c · tanh(x / c); 0 for nothing
 */
public record Ends(double embeddingScale, double logitScale, double logitCap) {

    /** Nothing but a norm after the last layer. */
    public static final Ends PLAIN = new Ends(1, 1, 0);

    Ends withEmbeddingScale(double value) {
        return new Ends(value, logitScale, logitCap);
    }

    Ends withLogitScale(double value) {
        return new Ends(embeddingScale, value, logitCap);
    }

    Ends withLogitCap(double value) {
        return new Ends(embeddingScale, logitScale, value);
    }

    /** Names the kernel's parts, and what they ask for. */
    void choose(Map<String, String> parts, Map<String, Number> numbers) {
        if (embeddingScale != 1) {
            parts.put("embedded", "scaled");
            numbers.put("embedding_scale", embeddingScale);
        }
        if (logitScale != 1) {
            parts.put("final", "scaled");
            numbers.put("logit_scale", logitScale);
        }
        if (logitCap != 0) {
            parts.put("scores", "capped");
            numbers.put("logit_cap", logitCap);
        }
    }
}
