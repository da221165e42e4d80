package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a model is asked to write on the way, so that a person sees what it has learnt: of the first {@value Sampler#MOST} texts of a file.
 * It writes after the first step, then every so many, and after the last.
 *
 * @param file for a Hydra a bitext, source first; for a model of one vocabulary a text to go on from a line, which a tab may part from how
 *     it goes on
 * @param every steps between two samples
 */
public record Samples(Path file, int every) {

    /** @throws IllegalArgumentException with a sentence for a number that cannot be used, see {@link TrainNumber} */
    public Samples {
        TrainNumber.require(Map.of(TrainNumber.SAMPLE_EVERY, every));
    }

    /** Whether the model writes after a step of a run of {@code steps}. */
    boolean isDue(long step, long steps) {
        return step == 1 || step % every == 0 || step == steps;
    }
}
