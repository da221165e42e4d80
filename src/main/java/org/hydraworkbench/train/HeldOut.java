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
 * @param patience measurements in a row that may be no better than the best before them; after so many the run ends, and the best model
 *     is kept, not the last (early stopping: Prechelt 1998). 0 is off: the run has all its steps, and the last model is kept
 */
public record HeldOut(Path file, boolean pairs, int every, int patience) {

    /** @throws IllegalArgumentException with a sentence for each number that cannot be used, see {@link TrainNumber} */
    public HeldOut {
        TrainNumber.require(Map.of(TrainNumber.EVAL_EVERY, every, TrainNumber.PATIENCE, patience));
    }

    /** A text, without patience. */
    public static HeldOut text(Path file, int every) {
        return new HeldOut(file, false, every, 0);
    }

    /** A bitext, without patience. */
    public static HeldOut pairs(Path file, int every) {
        return new HeldOut(file, true, every, 0);
    }

    public HeldOut withPatience(int value) {
        return new HeldOut(file, pairs, every, value);
    }

    /** Whether a step of a run of {@code steps} is measured after. */
    boolean isDue(long step, long steps) {
        return step == 1 || step % every == 0 || step == steps;
    }
}
