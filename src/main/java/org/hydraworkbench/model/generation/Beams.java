package org.hydraworkbench.model.generation;

/**
 * How texts are searched for.
 *
 * @param count texts that are gone on with at a time; 1 for no search
 * @param lengthPenalty a text's summed log-probability is divided by its length to this power; 1 is the mean, 0 the sum
 * @param until when the search is over
 */
public record Beams(int count, double lengthPenalty, Until until) {

    /** No search. */
    public static final Beams NONE = new Beams(1, 1, Until.LIKELY);

    /** Beams of a search. */
    public static final int MOST = 256;

    /** When a search is over, once there are as many finished texts as beams. */
    public enum Until {
        /** When the best open text, at its present length, is no better than the worst finished one; {@code early_stopping=False} of transformers. */
        LIKELY,
        /** At once; {@code early_stopping=True}. */
        FULL,
        /** When no open text can become better than the worst finished one; {@code early_stopping="never"}. */
        CERTAIN
    }

    public Beams {
        if (count < 1 || count > MOST || !(Math.abs(lengthPenalty) <= GenerationOptions.MOST)) {
            throw new IllegalArgumentException("out of range: " + count + " beams (at most " + MOST + "), length penalty " + lengthPenalty);
        }
    }

    /** What texts are compared by. */
    double score(double logProbability, int length) {
        return logProbability / Math.pow(length, lengthPenalty);
    }
}
