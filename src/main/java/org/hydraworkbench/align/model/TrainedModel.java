package org.hydraworkbench.align.model;

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
}
