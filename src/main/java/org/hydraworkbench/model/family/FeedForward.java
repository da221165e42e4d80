package org.hydraworkbench.model.family;

import java.util.Map;

/**
 * The second half of a layer, in which each token is by itself.
 *
 * @param activation what bends it
 * @param gated whether what goes up is multiplied by a gate, which then is what goes through the activation (Shazeer 2020)
 * @param bias whether something is added to what goes up and down
 */
public record FeedForward(Activation activation, boolean gated, boolean bias) {

    /** That of Llama. */
    public static final FeedForward PLAIN = new FeedForward(Activation.SILU, true, false);

    FeedForward with(Activation value) {
        return new FeedForward(value, gated, bias);
    }

    FeedForward withoutGate() {
        return new FeedForward(activation, false, bias);
    }

    FeedForward withBias(boolean value) {
        return new FeedForward(activation, gated, value);
    }

    /** Names the kernel's parts. */
    void choose(Map<String, String> parts) {
        parts.put("feed-forward", (gated ? "gated" : "up-down") + (bias ? "-biased" : ""));
        parts.put("activation", activation.part());
    }
}
