package org.hydraworkbench.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training in a process of its own, so that native memory and native crashes stay there. The child is the same Java with the
 * same class path and flags, running {@code hydra train}; it prints metrics as lines of JSON, and is cancelled by a line on its
 * standard input, then, when it does not end in time, killed. A child whose parent dies sees its input end and stops too.
 */
public final class TrainProcess {

    /** The line that cancels a child. */
    public static final String CANCEL = "cancel";

    private static final Logger LOG = LoggerFactory.getLogger(TrainProcess.class);
    private static final String MAIN_CLASS = "org.hydraworkbench.cli.Main";
    private static final String SENTENCE = "hydra: ";
    private static final long POLL_MILLIS = 200;
    private static final int CANCELLED = 130;

    private final List<String> command;
    private final long graceSeconds;
    private String lastSentence = "";
    private long cancelledAt;

    private TrainProcess(List<String> command, long graceSeconds) {
        this.command = command;
        this.graceSeconds = graceSeconds;
    }

    /**
     * Runs {@code hydra train} with {@code arguments} and waits for it.
     *
     * @param arguments options as on the command line
     * @param graceSeconds how long a cancelled child may take to write its checkpoint
     * @param listener hears of each step
     * @param progress gets the child's other lines as log; cancelling it cancels the child
     * @throws HydraException of the kind that the child ended with
     */
    public static void run(List<String> arguments, long graceSeconds, MetricsListener listener, Progress progress)
            throws HydraException {
        new TrainProcess(command(arguments), graceSeconds).run(listener, progress);
    }

    /** The whole command line of the child. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        // A debugger's port is taken by the parent.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(MAIN_CLASS);
        command.add("train");
        command.addAll(arguments);
        command.add("--metrics=-");
        command.add("--control-stdin");
        return command;
    }

    private static String java() {
        Optional<String> own = ProcessHandle.current().info().command();
        boolean isJava = own.filter(path -> {
                    String name = String.valueOf(Path.of(path).getFileName());
                    return name.equals("java") || name.equals("java.exe");
                })
                .isPresent();
        return isJava ? own.orElseThrow() : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void run(MetricsListener listener, Progress progress) throws HydraException {
        Process child;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Threads that wait for their next piece of an operation sleep instead of spinning: where other programs want the
            // processor too, the window among them, spinning makes training several times slower.
            builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
            child = builder.start();
        } catch (IOException e) {
            throw new ResourceException("The training process cannot be started (" + Reasons.of(e) + ").", e);
        }
        try (ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor()) {
            watcher.scheduleWithFixedDelay(() -> watch(child, progress), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
            try {
                read(child, listener, progress);
                end(child.waitFor());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } finally {
                watcher.shutdownNow();
                child.destroyForcibly();
            }
        }
    }

    private void read(Process child, MetricsListener listener, Progress progress) throws HydraException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Metrics> metrics = Metrics.parse(line);
                if (metrics.isPresent()) {
                    listener.step(metrics.get());
                } else if (!line.isBlank()) {
                    String sentence = line.startsWith(SENTENCE) ? line.substring(SENTENCE.length()) : line;
                    lastSentence = sentence;
                    progress.log(sentence);
                }
            }
        } catch (IOException e) {
            throw new ResourceException("The training process cannot be read from (" + Reasons.of(e) + ").", e);
        }
    }

    private void watch(Process child, Progress progress) {
        if (!progress.isCancelled()) {
            return;
        }
        if (cancelledAt == 0) {
            cancelledAt = System.nanoTime();
            try {
                OutputStream in = child.getOutputStream();
                in.write((CANCEL + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                LOG.debug("the training process has ended already", e);
            }
        } else if (System.nanoTime() - cancelledAt > TimeUnit.SECONDS.toNanos(graceSeconds)) {
            child.destroyForcibly();
        }
    }

    private void end(int code) throws HydraException {
        if (code == 0) {
            return;
        }
        if (cancelledAt != 0 || code == CANCELLED) {
            throw new CancelledException();
        }
        throw switch (code) {
            case 2 -> new UsageException(lastSentence);
            case 3 -> new InputException(lastSentence);
            case 4 -> new ResourceException(lastSentence);
            case 5 -> new StateException(lastSentence);
            default -> new ResourceException("The training process ended unexpectedly (code " + code
                    + "), perhaps for want of memory; it can be resumed from its last checkpoint. Its last words: " + lastSentence);
        };
    }
}
