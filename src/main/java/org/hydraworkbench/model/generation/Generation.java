package org.hydraworkbench.model.generation;

import java.util.List;

/**
 * A continuation.
 *
 * @param tokens its tokens, without a stop token that ended it
 * @param logProbability of all tokens, the ending one included, in nats
 * @param ending why it ended
 * @param alternatives what else a beam search found, best first, this one excluded; empty otherwise
 */
public record Generation(List<Token> tokens, double logProbability, Ending ending, List<Alternative> alternatives) {

    /** Why a text ended. */
    public enum Ending {
        /** A stop token followed. */
        STOP_TOKEN,
        /** The last tokens have a text that ends it. */
        STOP_TEXT,
        /** As many tokens as were allowed, or as the context holds. */
        LENGTH,
        /** The listener asked for it. */
        LISTENER
    }

    /**
     * A token that was written.
     *
     * @param id its id in the output table
     * @param logProbability given everything before, in nats: as the model has it; in a beam search as the search has it, after penalties
     * @param likeliest which were likeliest in its place, the likeliest first; as many as were asked for
     */
    public record Token(int id, double logProbability, List<TokenChance> likeliest) {}

    /** How likely a token was, log P in nats. */
    public record TokenChance(int id, double logProbability) {}

    /**
     * Another continuation.
     *
     * @param score what beams are compared by: log-probability over length to the power of the length penalty
     */
    public record Alternative(int[] ids, double logProbability, double score) {}

    /** Nothing, where no token was allowed. */
    static final Generation EMPTY = new Generation(List.of(), 0, Ending.LENGTH, List.of());

    public Generation {
        tokens = List.copyOf(tokens);
        alternatives = List.copyOf(alternatives);
    }

    /** The ids of its tokens. */
    public int[] ids() {
        return tokens.stream().mapToInt(Token::id).toArray();
    }
}
