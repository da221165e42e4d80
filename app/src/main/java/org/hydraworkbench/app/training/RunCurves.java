package org.hydraworkbench.app.training;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.Sample;
import org.jspecify.annotations.Nullable;

/** One run by its metrics: a curve for each. Belongs to one thread. */
final class RunCurves {

    /** Steps whose losses a point of the smoothed curve is the mean of. */
    static final int SMOOTHED = 50;

    private final Curve loss;
    private final Curve smoothed;
    private final double[] lastLosses = new double[SMOOTHED];
    private final NavigableMap<Long, List<Sample>> samples = new TreeMap<>();
    private int losses;
    private final Curve rate;
    private final Curve speed;
    private final Curve bits;
    private @Nullable Metrics last;

    RunCurves(String name) {
        loss = new Curve(name);
        smoothed = new Curve(name);
        rate = new Curve(name);
        speed = new Curve(name);
        bits = new Curve(name);
    }

    void add(Metrics metrics) {
        loss.add(metrics.step(), metrics.loss());
        smooth(metrics);
        rate.add(metrics.step(), metrics.learningRate());
        speed.add(metrics.step(), metrics.tokensPerSecond());
        metrics.bitsPerByte().ifPresent(value -> bits.add(metrics.step(), value));
        if (!metrics.samples().isEmpty()) {
            samples.put(metrics.step(), metrics.samples());
        }
        last = metrics;
    }

    private void smooth(Metrics metrics) {
        if (!Double.isFinite(metrics.loss())) {
            return;
        }
        int at = losses++ % SMOOTHED;
        lastLosses[at] = metrics.loss();
        int count = Math.min(losses, SMOOTHED);
        double sum = 0; // anew each time, so that no rounding stays
        for (int i = 0; i < count; i++) {
            sum += lastLosses[i];
        }
        smoothed.add(metrics.step(), sum / count);
    }

    /** The mean loss of the last {@value #SMOOTHED} steps, or of those that there are. */
    Curve smoothed() {
        return smoothed;
    }

    /** What the model wrote, by the step after which it did. */
    NavigableMap<Long, List<Sample>> samples() {
        return Collections.unmodifiableNavigableMap(samples);
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
