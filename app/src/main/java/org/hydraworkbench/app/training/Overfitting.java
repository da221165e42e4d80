package org.hydraworkbench.app.training;

import java.util.Optional;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;

/**
 * A run that learns by heart: what is held out has not come down to its lowest for some measurements, while the loss of what it learns from
 * went on falling.
 *
 * @param measurements since the lowest
 * @param step of the lowest
 * @param lowest bits per byte there
 * @param now bits per byte at the last measurement
 */
record Overfitting(int measurements, long step, double lowest, double now) {

    /** One or two measurements may be worse by chance. */
    static final int LEAST = 3;

    /** Of a run as far as it came; empty when it does not learn by heart, or was not measured. */
    static Optional<Overfitting> of(RunCurves run) {
        Curve bits = run.bits();
        int best = 0;
        for (int i = 1; i < bits.size(); i++) {
            best = bits.y(i) < bits.y(best) ? i : best;
        }
        int since = bits.size() - 1 - best;
        if (since < LEAST || !falls(run.smoothed(), bits.x(best))) {
            return Optional.empty();
        }
        return Optional.of(new Overfitting(since, (long) bits.x(best), bits.y(best), bits.y(bits.size() - 1)));
    }

    private static boolean falls(Curve loss, double since) {
        int from = 0;
        while (from < loss.size() - 1 && loss.x(from) < since) {
            from++;
        }
        return loss.size() > 0 && loss.y(loss.size() - 1) < loss.y(from);
    }

    /** For a person. */
    String sentence() {
        return Texts.format("training.overfitting", measurements, step, Numbers.brief(lowest), Numbers.brief(now));
    }
}
