package org.hydraworkbench.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a service. Each request has a light one of its own, which mostly waits for the network; what takes long is done by as many
 * as there are processors, in the order in which it came.
 */
final class WorkQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);
    private static final int MOST_WAITING = 1000;
    private static final int MOST_SECONDS_TO_END = 30;

    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("hydra-request-", 0).factory());
    private final ThreadPoolExecutor workers;
    private final Progress progress = new QuietProgress(new Ending());
    private volatile boolean ending;

    /** Work that may take long. */
    @FunctionalInterface
    interface Work<R> {

        R run(Progress progress) throws HydraException;
    }

    private final class Ending implements Progress {

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {}

        @Override
        public void log(String line) {
            LOG.debug(line);
        }

        @Override
        public boolean isCancelled() {
            return ending;
        }
    }

    WorkQueue() {
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = new ThreadPoolExecutor(
                processors,
                processors,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("hydra-service-", 0).factory());
    }

    /** What requests are answered by. */
    ExecutorService forRequests() {
        return requests;
    }

    /** Cancelled when the service ends. */
    Progress progress() {
        return progress;
    }

    /**
     * Does something when its turn has come, and waits for it.
     *
     * @throws RefusedException when too much is waiting already
     * @throws CancelledException when the service ends
     */
    <R> R run(Work<R> work) throws RefusedException, HydraException {
        Future<R> made;
        try {
            made = workers.submit(() -> {
                progress.checkCancelled();
                return work.run(progress);
            });
        } catch (RejectedExecutionException e) {
            progress.checkCancelled();
            throw new RefusedException(429, "More than " + MOST_WAITING + " requests wait already; try again later.");
        }
        try {
            return made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case HydraException told -> throw told;
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** What is being done ends soon, and nothing new is begun. */
    void end() {
        ending = true;
    }

    /** Waits until nothing is being done any more. */
    @Override
    public void close() {
        ending = true;
        requests.shutdown();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("a translation does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requests.shutdownNow();
    }
}
