package org.hydraworkbench.model.generation;

import java.util.Set;

/**
 * How a text is continued.
 *
 * @param maxTokens at most so many tokens
 * @param sampling how tokens are drawn; not looked at in a beam search
 * @param penalties what keeps it from repeating itself
 * @param beams of a beam search, which replaces drawing
 * @param required what the text must have, which only a search sees to
 * @param stopIds tokens that end the text; the model's own when the caller takes them from its configuration
 * @param stopTexts texts that end it
 * @param likeliest for each token it is told which so many were likeliest in its place; 0 for none
 */
public record GenerationOptions(
        int maxTokens,
        Sampling sampling,
        Penalties penalties,
        Beams beams,
        Required required,
        Set<Integer> stopIds,
        StopTexts stopTexts,
        int likeliest) {

    /** Of temperature and penalties: far beyond it they change nothing any more, or leave no number. */
    public static final double MOST = 1000;

    private static final int LEAST_BEAMS = 4;

    /** Tokens of a text; no model has read that many at once. */
    public static final int MOST_TOKENS = 100_000_000;

    public GenerationOptions {
        if (maxTokens < 0 || maxTokens > MOST_TOKENS || likeliest < 0) {
            throw new IllegalArgumentException("out of range: " + maxTokens + " tokens, " + likeliest + " likeliest");
        }
        stopIds = Set.copyOf(stopIds);
    }

    /** The best token each time, at most {@code maxTokens}, nothing that ends the text before. */
    public static GenerationOptions greedy(int maxTokens) {
        return new GenerationOptions(
                maxTokens, Sampling.NONE, Penalties.NONE, Beams.NONE, Required.NOTHING, Set.of(), StopTexts.NONE, 0);
    }

    /** Whether it is a beam search: what is required is searched for too. */
    public boolean searches() {
        return beams.count() > 1 || !required.isNothing();
    }

    public GenerationOptions withMaxTokens(int value) {
        return new GenerationOptions(value, sampling, penalties, beams, required, stopIds, stopTexts, likeliest);
    }

    public GenerationOptions withSampling(Sampling value) {
        return new GenerationOptions(maxTokens, value, penalties, beams, required, stopIds, stopTexts, likeliest);
    }

    public GenerationOptions withPenalties(Penalties value) {
        return new GenerationOptions(maxTokens, sampling, value, beams, required, stopIds, stopTexts, likeliest);
    }

    public GenerationOptions withBeams(Beams value) {
        return new GenerationOptions(maxTokens, sampling, penalties, value, required, stopIds, stopTexts, likeliest);
    }

    /** A search of so many beams, 1 for none, that compares by the mean. */
    public GenerationOptions withBeams(int count) {
        return withBeams(new Beams(count, 1, Beams.Until.LIKELY));
    }

    /** The best text that has {@code value}: a search, of several beams, for one leaves no choice of where it stands. */
    public GenerationOptions withRequired(Required value) {
        int least = value.isNothing() ? beams.count() : Math.max(beams.count(), LEAST_BEAMS);
        Beams enough = new Beams(least, beams.lengthPenalty(), beams.until());
        return new GenerationOptions(maxTokens, Sampling.NONE, penalties, enough, value, stopIds, stopTexts, likeliest);
    }

    public GenerationOptions withStopIds(Set<Integer> value) {
        return new GenerationOptions(maxTokens, sampling, penalties, beams, required, value, stopTexts, likeliest);
    }

    public GenerationOptions withStopTexts(StopTexts value) {
        return new GenerationOptions(maxTokens, sampling, penalties, beams, required, stopIds, value, likeliest);
    }

    public GenerationOptions withLikeliest(int value) {
        return new GenerationOptions(maxTokens, sampling, penalties, beams, required, stopIds, stopTexts, value);
    }
}
