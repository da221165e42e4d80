package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.Progress;

/**
 * Progress as lines on standard error: what is being done when that changes, how far it is every few seconds. A person cancels
 * with Ctrl-C.
 */
final class ConsoleProgress implements Progress {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter err;
    private String message = "";
    private long shown = System.nanoTime();

    ConsoleProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void update(long done, long total) {
        long now = System.nanoTime();
        if (now - shown >= PAUSE) {
            shown = now;
            String far = total > 0
                    ? String.format(Locale.ROOT, "%d %%", 100 * done / total)
                    : String.format(Locale.ROOT, "%,d", done);
            err.println("hydra: " + message + ", " + far);
        }
    }

    @Override
    public synchronized void message(String text) {
        if (!text.equals(message)) {
            message = text;
            shown = System.nanoTime();
            err.println("hydra: " + text);
        }
    }

    @Override
    public synchronized void log(String line) {
        err.println("hydra: " + line);
    }

    @Override
    public boolean isCancelled() {
        return Interruption.asked();
    }
}
