package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Sample;

/** A person's view of the run: a line every few seconds. */
final class MetricsLines implements MetricsListener {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter err;
    private final int steps;
    private long shown;

    MetricsLines(PrintWriter err, int steps) {
        this.err = err;
        this.steps = steps;
    }

    @Override
    public void step(Metrics metrics) {
        long now = System.nanoTime();
        if (shown == 0 || now - shown >= PAUSE || metrics.step() == steps || metrics.bitsPerByte().isPresent()) {
            shown = now;
            String bits = metrics.bitsPerByte().isPresent()
                    ? String.format(Locale.ROOT, ", %.3f bits per byte", metrics.bitsPerByte().getAsDouble())
                    : "";
            err.println(String.format(Locale.ROOT, "hydra: step %d of %d, loss %.4f, %.0f tokens/s%s",
                    metrics.step(), steps, metrics.loss(), metrics.tokensPerSecond(), bits));
        }
        for (Sample sample : metrics.samples()) {
            String wanted = sample.reference().isEmpty() ? "" : " [" + sample.reference() + "]";
            err.println("hydra:   " + sample.prompt() + " → " + sample.text().replace('\n', ' ') + wanted);
        }
    }
}
