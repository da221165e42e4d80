package org.hydraworkbench.align.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that take numbered tasks as they come free; the calling thread where one is enough. Tasks write to places of their own, so results do not
 * depend on who took which.
 */
public final class Workers implements AutoCloseable {

    /** One task; {@code worker} numbers the thread, for scratch memory of its own. */
    @FunctionalInterface
    public interface Task {
        void run(int task, int worker) throws HydraException;
    }

    private final int threads;
    private final @Nullable ExecutorService executor;

    public Workers(int threads) {
        this.threads = threads;
        this.executor = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("align-", 0).factory());
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0 to {@code tasks} − 1 and waits for all of them.
     *
     * @throws CancelledException when {@code progress} says so; asked before every task, nothing is running afterwards
     */
    public void run(int tasks, Progress progress, Task task) throws HydraException {
        if (executor == null) {
            for (int t = 0; t < tasks; t++) {
                progress.checkCancelled();
                task.run(t, 0);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int w = 0; w < Math.min(threads, tasks); w++) {
            int worker = w;
            running.add(executor.submit(() -> {
                try {
                    for (int t = next.getAndIncrement(); t < tasks && !failed.get(); t = next.getAndIncrement()) {
                        progress.checkCancelled();
                        task.run(t, worker);
                    }
                } catch (HydraException | RuntimeException | Error e) {
                    failed.set(true);
                    throw e;
                }
                return null;
            }));
        }
        awaitAll(running, failed);
    }

    private static void awaitAll(List<Future<?>> running, AtomicBoolean failed) throws HydraException {
        Throwable first = null;
        boolean interrupted = false;
        for (Future<?> future : running) {
            boolean finished = false;
            while (!finished) {
                try {
                    future.get();
                    finished = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                    failed.set(true);
                } catch (ExecutionException e) {
                    first = first == null ? e.getCause() : first;
                    finished = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        switch (first) {
            case null -> {}
            case HydraException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(first);
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
