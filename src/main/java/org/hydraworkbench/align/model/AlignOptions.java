package org.hydraworkbench.align.model;

import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;

/**
 * How to align.
 *
 * @param model which model
 * @param symmetrization how the two directions become one set of links
 * @param threshold the confidence that {@link Symmetrization#THRESHOLD} asks for, 0 to 1
 * @param passes passes of training from nothing, or 0 for the model's own number
 * @param threads worker threads, at least 1; the result does not depend on it
 * @param seed for models that draw random numbers; only the HMM with fertility does
 * @param longest a pair with more units than this on a side is kept without links and counted in the summary
 * @param cellsAPart source units times target units, summed over pairs that are not too long, with which a part of the bitext is full, at
 *     least 1; a model that learns in parts has one in memory at a time
 * @param hmm how the HMM with fertility is trained
 */
public record AlignOptions(
        AlignmentMethod model,
        Symmetrization symmetrization,
        double threshold,
        int passes,
        int threads,
        long seed,
        int longest,
        long cellsAPart,
        HmmOptions hmm) {

    /** Passes that may be asked for. */
    public static final int MOST_PASSES = 10_000;

    /** Finds more than links that are likelier right than wrong: what is missed weighs as much as what is wrong. */
    private static final double DEFAULT_THRESHOLD = 0.4;

    /** Some 200,000 pairs of 20 words. */
    private static final long DEFAULT_CELLS_A_PART = 100_000_000;

    public AlignOptions {
        if (passes < 0 || threads < 1 || longest < 1 || longest > Links.MOST_UNITS || cellsAPart < 1 || !isThreshold(threshold)) {
            throw new IllegalArgumentException("threshold " + threshold + ", passes " + passes + ", threads " + threads + ", longest " + longest
                    + ", cells a part " + cellsAPart);
        }
    }

    /** The HMM with fertility with its own number of passes, links by a threshold, all processors. */
    public static AlignOptions defaults() {
        return new AlignOptions(
                AlignmentMethod.HMM_FERTILITY,
                AlignmentMethod.HMM_FERTILITY.symmetrization(),
                DEFAULT_THRESHOLD,
                0,
                Runtime.getRuntime().availableProcessors(),
                1,
                1000,
                DEFAULT_CELLS_A_PART,
                HmmOptions.defaults());
    }

    public AlignOptions withModel(AlignmentMethod value) {
        return new AlignOptions(value, symmetrization, threshold, passes, threads, seed, longest, cellsAPart, hmm);
    }

    public AlignOptions withSymmetrization(Symmetrization value) {
        return new AlignOptions(model, value, threshold, passes, threads, seed, longest, cellsAPart, hmm);
    }

    public AlignOptions withThreshold(double value) {
        return new AlignOptions(model, symmetrization, value, passes, threads, seed, longest, cellsAPart, hmm);
    }

    public AlignOptions withPasses(int value) {
        return new AlignOptions(model, symmetrization, threshold, value, threads, seed, longest, cellsAPart, hmm);
    }

    public AlignOptions withThreads(int value) {
        return new AlignOptions(model, symmetrization, threshold, passes, value, seed, longest, cellsAPart, hmm);
    }

    public AlignOptions withSeed(long value) {
        return new AlignOptions(model, symmetrization, threshold, passes, threads, value, longest, cellsAPart, hmm);
    }

    public AlignOptions withLongest(int value) {
        return new AlignOptions(model, symmetrization, threshold, passes, threads, seed, value, cellsAPart, hmm);
    }

    public AlignOptions withCellsAPart(long value) {
        return new AlignOptions(model, symmetrization, threshold, passes, threads, seed, longest, value, hmm);
    }

    public AlignOptions withHmm(HmmOptions value) {
        return new AlignOptions(model, symmetrization, threshold, passes, threads, seed, longest, cellsAPart, value);
    }

    /** Whether a number can be a threshold. */
    public static boolean isThreshold(double value) {
        return value >= 0 && value <= 1;
    }

    /** The passes asked for, or {@code own} where that is left to the model. */
    public int passesOr(int own) {
        return passes == 0 ? own : passes;
    }
}
