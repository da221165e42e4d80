package org.hydraworkbench.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hydraworkbench.base.Progress;

/** Keeps what work last said, for the window to look at when it likes. Safe for any threads. */
final class PolledProgress implements Progress {

    private static final int LOG_LINES = 5000;

    private record Amount(long done, long total) {}

    private volatile Amount amount = new Amount(0, 0);
    private volatile String message = "";
    private volatile String step = "";
    private volatile boolean cancelled;
    private final Deque<String> log = new ArrayDeque<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void update(long done, long total) {
        amount = new Amount(done, total);
    }

    @Override
    public void message(String text) {
        message = text;
    }

    @Override
    public void step(String id) {
        amount = new Amount(0, 0);
        step = id;
    }

    @Override
    public void log(String line) {
        synchronized (log) {
            if (log.size() == LOG_LINES) {
                log.removeFirst();
            }
            log.addLast(line);
        }
    }

    @Override
    public void warn(String line) {
        log(line);
        warnings.add(line);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    /** From 0 to 1, or -1 while the total is unknown. */
    double fraction() {
        Amount last = amount;
        return last.total() <= 0 ? -1 : Math.clamp((double) last.done() / last.total(), 0, 1);
    }

    /** What {@link #fraction} is a part of; 0 while it is unknown. */
    long total() {
        return Math.max(0, amount.total());
    }

    String lastMessage() {
        return message;
    }

    /** The id of the step that began last; empty before any has. */
    String lastStep() {
        return step;
    }

    /** What the person should see, in its order. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }
}
