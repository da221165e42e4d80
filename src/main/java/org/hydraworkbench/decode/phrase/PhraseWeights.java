package org.hydraworkbench.decode.phrase;

import java.util.Arrays;

/**
 * What each feature of a translation by phrases counts for.
 *
 * @param values by {@link Feature#ordinal}
 */
public record PhraseWeights(double[] values) {

    /** What is looked at; sums over a translation's phrases of natural logarithms, or counts. */
    public enum Feature {
        /** log P(target phrase | source phrase), by how often they were seen. */
        TARGET_GIVEN_SOURCE,
        /** log P(target words | source words), by the lexicon. */
        WORDS_FORWARD,
        /** log P(source words | target words), by the lexicon. */
        WORDS_BACK,
        /** log P(target sentence), by the language model. */
        LANGUAGE,
        /** Target words. */
        WORDS,
        /** Phrases. */
        PHRASES,
        /** Source words jumped over between one phrase and the next. */
        DISTORTION,
        /** Words that the corpus does not have. */
        UNKNOWN,
        /** Words that are left out: log P(nothing | source word). */
        DROPPED,
        /** 1 / how often the phrase pair was seen. */
        RARITY,
        /** How much of what is known of this translation of the phrase comes from a person, by the least sure of its links, 0 to 1. */
        CONFIRMED;

        /** No value for any of them. */
        static double[] none() {
            return new double[values().length];
        }
    }

    public PhraseWeights {
        if (values.length != Feature.values().length) {
            throw new IllegalArgumentException(values.length + " weights");
        }
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    double of(Feature feature) {
        return values[feature.ordinal()];
    }

    /** Σ weight · feature. */
    public double score(double[] features) {
        double sum = 0;
        for (int k = 0; k < features.length; k++) {
            sum += values[k] * features[k];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhraseWeights that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
