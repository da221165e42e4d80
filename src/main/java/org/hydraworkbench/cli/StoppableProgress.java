package org.hydraworkbench.cli;

import java.io.PrintWriter;
import org.hydraworkbench.base.Progress;

/** Progress on the console that can be told to stop. */
final class StoppableProgress implements Progress {

    private final ConsoleProgress console;
    private volatile boolean stopped;

    StoppableProgress(PrintWriter err) {
        this.console = new ConsoleProgress(err);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void update(long done, long total) {
        // Steps are shown by their metrics.
    }

    @Override
    public void message(String text) {
        console.message(text);
    }

    @Override
    public void log(String line) {
        console.log(line);
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }
}
