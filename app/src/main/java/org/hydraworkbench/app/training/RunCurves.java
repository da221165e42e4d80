package org.hydraworkbench.app.training;

import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.train.Metrics;
import org.jspecify.annotations.Nullable;

/** One run by its metrics: a curve for each. Belongs to one thread. */
final class RunCurves {

    private final Curve loss;
    private final Curve rate;
    private final Curve speed;
    private final Curve bits;
    private @Nullable Metrics last;

    RunCurves(String name) {
        loss = new Curve(name);
        rate = new Curve(name);
        speed = new Curve(name);
        bits = new Curve(name);
    }

    void add(Metrics metrics) {
        loss.add(metrics.step(), metrics.loss());
        rate.add(metrics.step(), metrics.learningRate());
        speed.add(metrics.step(), metrics.tokensPerSecond());
        metrics.bitsPerByte().ifPresent(value -> bits.add(metrics.step(), value));
        last = metrics;
    }

    Curve loss() {
        return loss;
    }

    Curve rate() {
        return rate;
    }

    Curve speed() {
        return speed;
    }

    Curve bits() {
        return bits;
    }

    /** The last step; none before the first. */
    @Nullable Metrics last() {
        return last;
    }
}
