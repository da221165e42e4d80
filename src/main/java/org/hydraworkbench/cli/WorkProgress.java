package org.hydraworkbench.cli;

import java.io.PrintWriter;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.MetricsListener;
import org.jspecify.annotations.Nullable;

/** Progress of a project's work on the console: of a training its steps, as {@code hydra train} shows them. */
final class WorkProgress implements Progress, MetricsListener {

    private final PrintWriter err;
    private final ConsoleProgress console;
    private long total;
    private boolean begun;
    private @Nullable MetricsLines training;

    WorkProgress(PrintWriter err) {
        this.err = err;
        this.console = new ConsoleProgress(err);
    }

    /** The first after a message is kept back: it may be that of a training, whose step is told next. */
    @Override
    public synchronized void update(long done, long all) {
        total = all;
        if (begun && training == null) {
            console.update(done, all);
        }
        begun = true;
    }

    /** A step of a training, whose number of steps the last update told. */
    @Override
    public synchronized void step(Metrics metrics) {
        if (training == null) {
            training = new MetricsLines(err, (int) total);
        }
        training.step(metrics);
    }

    @Override
    public synchronized void message(String text) {
        training = null;
        begun = false;
        console.message(text);
    }

    @Override
    public void log(String line) {
        console.log(line);
    }

    @Override
    public boolean isCancelled() {
        return console.isCancelled();
    }
}
