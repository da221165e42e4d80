package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the best model of a run and says when it gets no better, see {@link HeldOut#patience}. Where there is no patience it looks for
 * none.
 */
final class EarlyStopping {

    private final @Nullable Path file;
    private final int patience;
    private BestSoFar best;

    EarlyStopping(@Nullable HeldOut heldOut) throws HydraException {
        if (heldOut == null || heldOut.patience() == 0) {
            this.file = null;
            this.patience = 0;
            this.best = BestSoFar.none("");
        } else {
            this.file = heldOut.file();
            this.patience = heldOut.patience();
            this.best = BestSoFar.none(Hashes.of(heldOut.file()));
        }
    }

    /**
     * Goes on from what was measured before a resume.
     *
     * @throws UsageException when that was measured by another file, so that the two cannot be compared
     */
    void goOn(Optional<BestSoFar> before) throws UsageException {
        if (file == null || before.isEmpty()) {
            return;
        }
        if (!before.get().by().equals(best.by())) {
            throw new UsageException("The run to resume was measured by another file than " + file
                    + "; give the same, or begin a new run in another folder.");
        }
        best = before.get();
    }

    /** What was measured so far; empty where nothing is the best. */
    Optional<BestSoFar> best() {
        return Optional.of(best).filter(BestSoFar::isAny);
    }

    /** Takes a measurement in: whether it is the best so far. */
    boolean take(long step, double bitsPerByte) {
        if (file != null) {
            best = best.with(step, bitsPerByte);
        }
        return isBest(step);
    }

    /** Whether the model after a step is the best so far. */
    boolean isBest(long step) {
        return best.isAny() && best.step() == step;
    }

    /** Whether it matters how the model after a step is measured, and that is not known. */
    boolean lacks(long step) {
        return file != null && step > best.measured();
    }

    /** Whether the run ends since it gets no better. */
    boolean isOver() {
        return file != null && best.since() >= patience;
    }

    /** The step after which the model was that is kept. */
    long kept(long last) {
        return best.isAny() ? best.step() : last;
    }

    /** Why a run ended after step {@code last} of {@code steps}, where that has to be told, and what is kept of it; empty where not. */
    String end(long last, long steps) {
        boolean stopped = last < steps;
        if (!best.isAny()) {
            return stopped ? "Stopped after step " + last + "; the model is kept as it is." : "";
        }
        String kept = "the model of step " + best.step() + " is kept";
        if (stopped && isOver()) {
            return "Stopped after step " + last + ": not better than at step " + best.step() + " for "
                    + (best.since() == 1 ? "1 measurement" : best.since() + " measurements") + "; " + kept + ".";
        }
        return stopped ? "Stopped after step " + last + "; " + kept + ", the best so far." : "Of all steps " + kept + ", the best that was measured.";
    }
}
