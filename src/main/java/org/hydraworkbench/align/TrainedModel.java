package org.hydraworkbench.align;

import java.util.function.BiFunction;

/**
 * A model with what it believes about the pairs that it was trained on.
 *
 * @param model the model
 * @param posteriors the probabilities of a pair by its number; for use by many threads
 */
public record TrainedModel(AlignmentModel model, OfPair posteriors) {

    /** Gives the probabilities of a pair. */
    @FunctionalInterface
    public interface OfPair {
        PairPosteriors get(int pair);
    }

    /**
     * A model to which a pair that it was trained on is like any other.
     *
     * @param posteriors gives the probabilities of source and target unit numbers
     */
    static TrainedModel of(
            AlignmentModel model, IndexedBitext bitext, BiFunction<int[], int[], PairPosteriors> posteriors) {
        return new TrainedModel(
                model, pair -> posteriors.apply(bitext.source().sentence(pair), bitext.target().sentence(pair)));
    }
}
