package org.hydraworkbench.app.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.hydraworkbench.base.HydraException;

/** Does everything at once on the calling thread: for tests of view models. */
public final class CurrentThreadJobRunner extends AbstractJobRunner {

    public CurrentThreadJobRunner() {
        this(run -> {});
    }

    public CurrentThreadJobRunner(Consumer<JobRun<?>> ended) {
        super(ended);
    }

    @Override
    void start(Place place, JobRun<?> run) {
        run.execute(Runnable::run);
    }

    @Override
    public <R> R onTensorThread(Query<R> query, BooleanSupplier unwanted) throws HydraException {
        return query.run();
    }

    @Override
    public void close() {
        end();
    }
}
