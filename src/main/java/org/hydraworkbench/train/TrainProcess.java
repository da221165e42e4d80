package org.hydraworkbench.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.JavaProcess;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training in a process of its own, so that native memory and native crashes stay there. The child is the same Java with the
 * same class path and flags, running {@link TrainWorker}. When it is cancelled and does not end in time, it is killed. A child
 * whose parent dies sees its input end and stops too.
 */
public final class TrainProcess {

    private static final Logger LOG = LoggerFactory.getLogger(TrainProcess.class);
    private static final long POLL_MILLIS = 200;

    private final MetricsListener listener;
    private final Progress progress;
    private String lastWords = "";
    private @Nullable String failure;
    private @Nullable TrainOutcome outcome;

    private TrainProcess(MetricsListener listener, Progress progress) {
        this.listener = listener;
        this.progress = progress;
    }

    /**
     * Trains in a child process and waits for it.
     *
     * @param stop ends the run early with the model that there is
     * @param graceSeconds how long a cancelled child may take to write its checkpoint
     * @param listener hears of each step
     * @param progress gets what the child says; cancelling it cancels the child
     * @return how the run ended, whole or stopped
     * @throws HydraException of the kind that the child ended with
     */
    public static TrainOutcome run(
            TrainRequest request, Stop stop, long graceSeconds, MetricsListener listener, Progress progress)
            throws HydraException {
        Process child = start(request);
        try (ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor()) {
            Watch watch = new Watch(child, stop, graceSeconds, progress);
            watcher.scheduleWithFixedDelay(watch, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            try {
                TrainProcess process = new TrainProcess(listener, progress);
                process.read(child);
                return process.end(child.waitFor());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } finally {
                watcher.shutdownNow();
                child.destroyForcibly();
            }
        }
    }

    /** Starts a child and gives it its request. */
    static Process start(TrainRequest request) throws ResourceException {
        Process child;
        try {
            ProcessBuilder builder = JavaProcess.of(TrainWorker.class).redirectErrorStream(true);
            // Threads that wait for their next piece of an operation sleep instead of spinning: where other programs want the
            // processor too, the window among them, spinning makes training several times slower.
            builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
            child = builder.start();
        } catch (IOException e) {
            throw new ResourceException("The training process cannot be started (" + Reasons.of(e) + ").", e);
        }
        say(child, TrainRequestJson.write(request));
        return child;
    }

    private static void say(Process child, String line) {
        try {
            OutputStream in = child.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            // Why is told by how it ended.
            LOG.debug("the training process has ended already", e);
        }
    }

    private void read(Process child) throws HydraException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            throw new ResourceException("The training process cannot be read from (" + Reasons.of(e) + ").", e);
        }
    }

    private void hear(String line) throws HydraException {
        switch (WorkerLine.parse(line).orElse(null)) {
            case WorkerLine.Step step -> listener.step(step.metrics());
            case WorkerLine.Message message -> progress.message(message.text());
            case WorkerLine.Log log -> progress.log(log.text());
            case WorkerLine.Failure failed -> failure = failed.sentence();
            case WorkerLine.Done done -> outcome = done.outcome();
            case null -> {
                if (!line.isBlank()) {
                    lastWords = line;
                    progress.log(line);
                }
            }
        }
    }

    private TrainOutcome end(int code) throws HydraException {
        if (code == ExitCodes.DONE && outcome != null) {
            return outcome;
        }
        if (failure == null && progress.isCancelled()) {
            // Killed, as it took too long to stop.
            throw new CancelledException();
        }
        String sentence = failure == null ? lastWords : failure;
        throw ExitCodes.error(code, sentence).orElseGet(() -> crashed(code, sentence));
    }

    /** Anything but an exit code of ours means that it was killed or crashed. */
    static HydraException crashed(int code, String lastWords) {
        return new ResourceException("The training process ended unexpectedly (code " + code
                + "), perhaps for want of memory; it can be resumed from its last checkpoint. Its last words: " + lastWords);
    }

    /** Passes on what the person asks for, from the watcher's thread alone. */
    private static final class Watch implements Runnable {

        private final Process child;
        private final Stop stop;
        private final long graceSeconds;
        private final Progress progress;
        private boolean kept;
        private long cancelledAt;

        Watch(Process child, Stop stop, long graceSeconds, Progress progress) {
            this.child = child;
            this.stop = stop;
            this.graceSeconds = graceSeconds;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (stop.isKept() && !kept) {
                kept = true;
                say(child, TrainWorker.KEEP);
            }
            if (!progress.isCancelled()) {
                return;
            }
            if (cancelledAt == 0) {
                cancelledAt = System.nanoTime();
                say(child, TrainWorker.CANCEL);
            } else if (System.nanoTime() - cancelledAt > TimeUnit.SECONDS.toNanos(graceSeconds)) {
                child.destroyForcibly();
            }
        }
    }
}
