package org.hydraworkbench.model.family;

import java.util.Map;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.weights.FloatCodec;

/**
 * What happens before the first layer and after the last.
 *
 * @param embeddingScale what rows of the input table are multiplied by; 1 for nothing
 * @param positions how many places in a text have a row of their own that is added; 0 where no place has one
 * @param logitScale what scores of tokens are multiplied by; 1 for nothing
 * @param logitCap what they are kept below, softly: c · tanh(x / c); 0 for nothing
 */
public record Ends(double embeddingScale, int positions, double logitScale, double logitCap) {

    /** Nothing but a norm after the last layer. */
    public static final Ends PLAIN = new Ends(1, 0, 1, 0);

    Ends withEmbeddingScale(double value) {
        return new Ends(value, positions, logitScale, logitCap);
    }

    Ends withPositions(int value) {
        return new Ends(embeddingScale, value, logitScale, logitCap);
    }

    Ends withLogitScale(double value) {
        return new Ends(embeddingScale, positions, value, logitCap);
    }

    Ends withLogitCap(double value) {
        return new Ends(embeddingScale, positions, logitScale, value);
    }

    /** Names the kernel's parts, and what they ask for. */
    void choose(Map<String, String> parts, Map<String, Number> numbers, NumberType compute) {
        if (embeddingScale != 1) {
            parts.put("embedded", "scaled");
            // transformers rounds it to the type of the weights first
            numbers.put("embedding_scale", compute == NumberType.BF16 ? FloatCodec.fromBf16(FloatCodec.toBf16((float) embeddingScale)) : embeddingScale);
        }
        if (positions != 0) {
            parts.put("placed", "learnt");
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
