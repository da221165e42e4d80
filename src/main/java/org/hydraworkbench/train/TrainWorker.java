package org.hydraworkbench.train;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hydraworkbench.base.ExitCodes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.MemoryLimit;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that trains. The first line of its standard input is the request, see {@link TrainRequestJson}; after it a line
 * {@value #CANCEL} stops the run with a checkpoint, a line {@value #KEEP} ends it with the model that there is. The end of the
 * input means that nobody is there any more and cancels too. Its standard output says how the run goes, see
 * {@link WorkerLine}; its exit code is that of {@link ExitCodes}.
 */
public final class TrainWorker {

    static final String CANCEL = "cancel";
    static final String KEEP = "keep";

    private static final Logger LOG = LoggerFactory.getLogger(TrainWorker.class);

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final Stop stop = new Stop();
    private volatile boolean cancelled;

    private TrainWorker() {}

    public static void main(String[] arguments) {
        MemoryLimit.watch("", ExitCodes.RESOURCE);
        try {
            System.exit(new TrainWorker().run());
        } catch (OutOfMemoryError | LinkageError e) {
            if (MemoryLimit.isCauseOf(e)) {
                MemoryLimit.halt(ExitCodes.RESOURCE);
            }
            throw e;
        }
    }

    private int run() {
        try {
            print(new WorkerLine.Done(train()));
            return ExitCodes.DONE;
        } catch (HydraException e) {
            LOG.debug("cause", e);
            return failed(ExitCodes.of(e), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            if (MemoryLimit.isCauseOf(e)) {
                return failed(ExitCodes.RESOURCE, MemoryLimit.SENTENCE);
            }
            LOG.error("unexpected", e);
            return failed(ExitCodes.UNEXPECTED, e.toString());
        }
    }

    private TrainOutcome train() throws HydraException, IOException {
        String line = in.readLine();
        if (line == null) {
            throw new InputException("There is no request on the standard input.");
        }
        TrainRequest request = TrainRequestJson.read(line);
        // A virtual thread: it waits for input that may never come and must not keep the process alive.
        ExecutorService control = Executors.newVirtualThreadPerTaskExecutor();
        control.execute(this::listen);
        try (ExitGuard _ = new ExitGuard(() -> cancelled = true);
                TensorRuntime runtime = TensorRuntime.open(request.runtime())) {
            return Trainer.run(runtime, request, stop, metrics -> print(new WorkerLine.Step(metrics)), new Told());
        }
    }

    private void listen() {
        try {
            String line = in.readLine();
            while (line != null && !line.equals(CANCEL)) {
                if (line.equals(KEEP)) {
                    stop.keep();
                }
                line = in.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cancelled = true;
        }
    }

    private int failed(int code, String sentence) {
        print(new WorkerLine.Failure(sentence));
        return code;
    }

    private void print(WorkerLine line) {
        out.println(line.toJson());
    }

    /** Progress as lines for the parent, which has the steps from their metrics. */
    private final class Told implements Progress {

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String text) {
            print(new WorkerLine.Message(text));
        }

        @Override
        public void log(String line) {
            print(new WorkerLine.Log(line));
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
