package org.hydraworkbench.app.translate;

import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.Sampling;

/**
 * How answers are chosen, as a person sets it.
 *
 * @param mode the way of choosing
 * @param beams width of the beam, 2 to 16; looked at in beam mode
 * @param temperature above 0, at most 2; looked at in sampling mode
 * @param topK draw from the best so many tokens, 0 for all; looked at in sampling mode
 * @param topP draw from the fewest tokens that reach this probability, above 0 and at most 1; looked at in sampling mode
 * @param maxTokens longest answer, in tokens
 */
public record Decoding(Mode mode, int beams, double temperature, int topK, double topP, int maxTokens) {

    /** Ways of choosing the next token. */
    public enum Mode {
        /** The most probable token each time. */
        GREEDY,
        /** The most probable of several whole answers. */
        BEAM,
        /** Drawn by chance, so that asking again gives another answer. */
        SAMPLING
    }

    public Decoding {
        beams = Math.clamp(beams, 2, 16);
        temperature = Math.clamp(temperature, 0.05, 2);
        topK = Math.max(0, topK);
        topP = Math.clamp(topP, 0.01, 1);
        maxTokens = Math.clamp(maxTokens, 1, 4096);
    }

    /** A beam of four, which the authors of the method recommend for translation. */
    public static Decoding defaults() {
        return new Decoding(Mode.BEAM, 4, 0.7, 40, 0.95, 128);
    }

    public Decoding withMode(Mode value) {
        return new Decoding(value, beams, temperature, topK, topP, maxTokens);
    }

    /** @param seed what draws begin from, in sampling mode */
    GenerationOptions options(long seed) {
        GenerationOptions greedy = GenerationOptions.greedy(maxTokens);
        return switch (mode) {
            case GREEDY -> greedy;
            case BEAM -> greedy.withBeams(beams);
            case SAMPLING -> greedy.withSampling(new Sampling(temperature, topK, topP, 0, seed));
        };
    }
}
