package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes progress on and keeps log lines, a few times a second at most. */
final class RecordingProgress implements Progress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingProgress.class);
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    /** Keeps lines. */
    @FunctionalInterface
    interface Keeper {
        void keep(List<String> lines) throws HydraException;
    }

    private final Progress progress;
    private final Keeper keeper;
    private final List<String> waiting = new ArrayList<>();
    private long kept = System.nanoTime();

    RecordingProgress(Progress progress, Keeper keeper) {
        this.progress = progress;
        this.keeper = keeper;
    }

    @Override
    public void update(long done, long total) {
        progress.update(done, total);
    }

    @Override
    public void message(String text) {
        progress.message(text);
    }

    @Override
    public void step(String id) {
        progress.step(id);
    }

    @Override
    public void log(String line) {
        progress.log(line);
        record(line);
    }

    @Override
    public void warn(String line) {
        progress.warn(line);
        record(line);
    }

    private void record(String line) {
        synchronized (waiting) {
            waiting.add(line);
            if (System.nanoTime() - kept > INTERVAL) {
                flush();
            }
        }
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }

    @Override
    public void close() {
        synchronized (waiting) {
            flush();
        }
    }

    private void flush() {
        kept = System.nanoTime();
        if (waiting.isEmpty()) {
            return;
        }
        try {
            keeper.keep(List.copyOf(waiting));
            waiting.clear();
        } catch (HydraException | RuntimeException e) {
            // a log that cannot be kept must not end the work it tells of
            LOG.warn("Lines of a job's log were not kept", e);
        }
    }
}
