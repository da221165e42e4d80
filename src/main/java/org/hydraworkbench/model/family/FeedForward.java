package org.hydraworkbench.model.family;

import java.util.Map;

/**
 * The second half of a layer, in which each token is by itself.
 *
 * @param activation what bends it
 * @param gate whether what goes up is multiplied by a gate, which then is what goes through the activation (Shazeer 2020)
 * @param bias whether something is added to what goes up and down
 */
public record FeedForward(Activation activation, Gate gate, boolean bias) {

    /** That of Llama. */
    public static final FeedForward PLAIN = new FeedForward(Activation.SILU, Gate.SEPARATE, false);

    /** Where the gate is. */
    enum Gate {
        /** There is none. */
        NONE("up-down"),
        /** In a matrix of its own. */
        SEPARATE("gated"),
        /** In one matrix with up. */
        FUSED("gated-fused");

        private final String part;

        Gate(String part) {
            this.part = part;
        }
    }

    FeedForward with(Activation value) {
        return new FeedForward(value, gate, bias);
    }

    FeedForward with(Gate value) {
        return new FeedForward(activation, value, bias);
    }

    FeedForward withBias(boolean value) {
        return new FeedForward(activation, gate, value);
    }

    /** Names the kernel's parts. */
    void choose(Map<String, String> parts) {
        parts.put("feed-forward", gate.part + (bias ? "-biased" : ""));
        parts.put("activation", activation.part());
    }
}
