package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs on a few threads of its own, queries on others so that they never wait for a job, commands in order, tensors on one thread. */
public final class BackgroundJobRunner extends AbstractJobRunner {

    private static final String TENSOR = "tensor-";
    private static final int QUERY_THREADS = 2;
    private static final int CLOSE_SECONDS = 5;
    private static final int ASK_AGAIN_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJobRunner.class);

    private final Executor window;
    private final ExecutorService work;
    private final ExecutorService queries;
    private final ExecutorService commands;
    private final ExecutorService tensor;

    /**
     * @param window the executor of the JavaFX thread
     * @param jobs how many jobs run at a time
     * @param ended hears of every run that ended, on the JavaFX thread
     */
    public BackgroundJobRunner(Executor window, int jobs, Consumer<JobRun<?>> ended) {
        super(ended);
        this.window = window;
        this.work = pool("work-", Math.max(1, jobs));
        this.queries = pool("query-", QUERY_THREADS);
        this.commands = pool("command-", 1);
        this.tensor = pool(TENSOR, 1);
    }

    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    @Override
    void start(Place place, JobRun<?> run) {
        ExecutorService where =
                switch (place) {
                    case WORK -> work;
                    case QUERY -> queries;
                    case COMMAND -> commands;
                    case TENSOR -> tensor;
                };
        try {
            where.execute(() -> run.execute(window));
        } catch (RejectedExecutionException e) {
            LOG.debug("“{}” came after the end", run.title());
            run.drop();
        }
    }

    @Override
    public <R> R onTensorThread(Query<R> query, BooleanSupplier unwanted) throws HydraException {
        if (Thread.currentThread().getName().startsWith(TENSOR)) {
            return query.run();
        }
        AtomicBoolean settled = new AtomicBoolean();
        try {
            Future<R> answer = tensor.submit(() -> {
                if (!settled.compareAndSet(false, true)) {
                    throw new CancelledException();
                }
                return query.run();
            });
            while (true) {
                try {
                    return answer.get(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (unwanted.getAsBoolean() && settled.compareAndSet(false, true)) {
                        throw new CancelledException();
                    }
                }
            }
        } catch (RejectedExecutionException e) {
            throw new CancelledException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case HydraException known -> known;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            };
        }
    }

    @Override
    public void close() {
        cancelAll();
        List<ExecutorService> all = List.of(commands, queries, work, tensor);
        all.forEach(ExecutorService::shutdown);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        try {
            for (ExecutorService one : all) {
                if (!one.awaitTermination(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    LOG.warn("work is still running while the program closes");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }
}
