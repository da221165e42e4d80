package org.hydraworkbench.model;

import java.util.List;

/**
 * A continuation.
 *
 * @param ids its tokens, without the one that ended it
 * @param logProbability of all tokens, the ending one included, in nats
 * @param ending why it ended
 * @param alternatives what else a beam search found, best first, this one excluded; empty otherwise
 */
public record Generation(int[] ids, double logProbability, Ending ending, List<Alternative> alternatives) {

    /** Why a text ended. */
    public enum Ending {
        /** A stop token followed. */
        STOP_TOKEN,
        /** As many tokens as were allowed, or as the context holds. */
        LENGTH,
        /** The listener asked for it. */
        LISTENER
    }

    /**
     * Another continuation.
     *
     * @param score what beams are compared by: log-probability over length to the power of the length penalty
     */
    public record Alternative(int[] ids, double logProbability, double score) {}

    public Generation {
        alternatives = List.copyOf(alternatives);
    }
}
