package org.hydraworkbench.model;

import java.util.Set;

/**
 * How a text is continued.
 *
 * @param maxTokens at most so many tokens
 * @param temperature 0 takes the best token each time; above 0 scores are divided by it and a token is drawn
 * @param topK draw from the best so many tokens; 0 for all
 * @param topP draw from the fewest best tokens whose probabilities reach this sum (Holtzman et al. 2020), in (0, 1]
 * @param repetitionPenalty what scores of tokens already seen are divided by, multiplied when negative (CTRL, Keskar et al.
 *     2019); 1 for none
 * @param beams rows of a beam search, which replaces drawing; 1 for none
 * @param lengthPenalty a beam's summed log-probability is divided by its length to this power; 1 is the mean, 0 the sum
 * @param seed what draws begin from: the same seed draws the same tokens
 * @param required what the text must have, which only a search sees to
 * @param stopIds tokens that end the text; the model's own when the caller takes them from its configuration
 */
public record GenerationOptions(
        int maxTokens,
        double temperature,
        int topK,
        double topP,
        double repetitionPenalty,
        int beams,
        double lengthPenalty,
        long seed,
        Required required,
        Set<Integer> stopIds) {

    /** Of temperature and penalties: far beyond it they change nothing any more, or leave no number. */
    public static final double MOST = 1000;

    private static final int LEAST_BEAMS = 4;

    /** Beams of a search. */
    public static final int MOST_BEAMS = 256;

    /** Tokens of a text; no model has read that many at once. */
    public static final int MOST_TOKENS = 100_000_000;

    public GenerationOptions {
        boolean chosen = temperature >= 0 && temperature <= MOST && topK >= 0 && topP > 0 && topP <= 1;
        boolean searched = beams >= 1 && beams <= MOST_BEAMS && Math.abs(lengthPenalty) <= MOST;
        if (maxTokens < 0 || maxTokens > MOST_TOKENS || !chosen || !searched || !(repetitionPenalty > 0 && repetitionPenalty <= MOST)) {
            throw new IllegalArgumentException("out of range (at most " + MOST_BEAMS + " beams): " + maxTokens + " tokens, temperature " + temperature + ", top-k "
                    + topK + ", top-p " + topP + ", repetition penalty " + repetitionPenalty + ", beams " + beams);
        }
        stopIds = Set.copyOf(stopIds);
    }

    /** The best token each time, at most {@code maxTokens}, no stop tokens. */
    public static GenerationOptions greedy(int maxTokens) {
        return new GenerationOptions(maxTokens, 0, 0, 1, 1, 1, 1, 0, Required.NOTHING, Set.of());
    }

    /** Whether the best is searched for, rather than drawn. */
    public boolean searches() {
        return beams > 1 || temperature == 0;
    }

    public GenerationOptions withMaxTokens(int value) {
        return new GenerationOptions(value, temperature, topK, topP, repetitionPenalty, beams, lengthPenalty, seed, required, stopIds);
    }

    /** Draws at this temperature from the best {@code k} (0: all) tokens that reach the sum {@code p}. */
    public GenerationOptions withSampling(double newTemperature, int k, double p) {
        return new GenerationOptions(maxTokens, newTemperature, k, p, repetitionPenalty, beams, lengthPenalty, seed, required, stopIds);
    }

    public GenerationOptions withRepetitionPenalty(double value) {
        return new GenerationOptions(maxTokens, temperature, topK, topP, value, beams, lengthPenalty, seed, required, stopIds);
    }

    public GenerationOptions withBeams(int value) {
        return new GenerationOptions(maxTokens, temperature, topK, topP, repetitionPenalty, value, lengthPenalty, seed, required, stopIds);
    }

    public GenerationOptions withLengthPenalty(double value) {
        return new GenerationOptions(maxTokens, temperature, topK, topP, repetitionPenalty, beams, value, seed, required, stopIds);
    }

    public GenerationOptions withSeed(long value) {
        return new GenerationOptions(maxTokens, temperature, topK, topP, repetitionPenalty, beams, lengthPenalty, value, required, stopIds);
    }

    /** The best text that has {@code value}: a search, of several beams, for one leaves no choice of where it stands. */
    public GenerationOptions withRequired(Required value) {
        int least = value.isNothing() ? beams : Math.max(beams, LEAST_BEAMS);
        return new GenerationOptions(maxTokens, 0, topK, topP, repetitionPenalty, least, lengthPenalty, seed, value, stopIds);
    }

    public GenerationOptions withStopIds(Set<Integer> value) {
        return new GenerationOptions(maxTokens, temperature, topK, topP, repetitionPenalty, beams, lengthPenalty, seed, required, value);
    }
}
