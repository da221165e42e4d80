package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is measured by on the way: a text or pairs that it does not learn from, in bits per byte. It is measured after the first
 * step, then every so many, and after the last.
 *
 * @param file a text, a document a line; or a bitext, source first
 * @param pairs whether it is a bitext, whose translations are measured; for a Hydra
 * @param every steps between measurements
 */
public record HeldOut(Path file, boolean pairs, int every) {

    /** @throws IllegalArgumentException with a sentence for each number that cannot be used, see {@link TrainNumber} */
    public HeldOut {
        TrainNumber.require(Map.of(TrainNumber.EVAL_EVERY, every));
    }

    /** A text. */
    public static HeldOut text(Path file, int every) {
        return new HeldOut(file, false, every);
    }

    /** A bitext. */
    public static HeldOut pairs(Path file, int every) {
        return new HeldOut(file, true, every);
    }

    /** Whether a step of a run of {@code steps} is measured after. */
    boolean isDue(long step, long steps) {
        return step == 1 || step % every == 0 || step == steps;
    }
}
