package org.hydraworkbench.app.shell;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;

/** What both runners share: the list of runs, and who hears of their end. */
abstract class AbstractJobRunner implements JobRunner {

    private static final int KEPT = 50;

    private final ObservableList<JobRun<?>> runs = FXCollections.observableArrayList();
    private final ObservableList<JobRun<?>> readOnly = FXCollections.unmodifiableObservableList(runs);
    private final Consumer<JobRun<?>> ended;

    /** @param ended hears of every run that ended, queries too, on the JavaFX thread */
    AbstractJobRunner(Consumer<JobRun<?>> ended) {
        this.ended = ended;
    }

    /** Runs it, now or soon. */
    abstract void start(Place place, JobRun<?> run);

    /** Where a run goes. */
    enum Place {
        WORK,
        TENSOR,
        QUERY,
        COMMAND
    }

    @Override
    public <R> JobRun<R> submit(Step step, Lane lane, Job<R> job) {
        JobRun<R> run = new JobRun<>(step, job);
        runs.addFirst(run);
        if (runs.size() > KEPT && runs.getLast().isEnded()) {
            runs.removeLast();
        }
        return started(lane == Lane.TENSOR ? Place.TENSOR : Place.WORK, run);
    }

    @Override
    public <R> JobRun<R> query(Query<R> query) {
        return started(Place.QUERY, new JobRun<>(null, new QueryJob<>(query)));
    }

    @Override
    public <R> JobRun<R> tensorQuery(Query<R> query) {
        return started(Place.TENSOR, new JobRun<>(null, new QueryJob<>(query)));
    }

    @Override
    public JobRun<Boolean> command(Command command) {
        return commandWithAnswer(() -> {
            command.run();
            return true;
        });
    }

    @Override
    public <R> JobRun<R> commandWithAnswer(Query<R> command) {
        return started(Place.COMMAND, new JobRun<>(null, new QueryJob<>(command)));
    }

    private <R> JobRun<R> started(Place place, JobRun<R> run) {
        run.onEnded(() -> ended.accept(run));
        start(place, run);
        return run;
    }

    @Override
    public ObservableList<JobRun<?>> runs() {
        return readOnly;
    }

    @Override
    public void poll() {
        for (JobRun<?> run : runs) {
            run.poll();
        }
    }

    private record QueryJob<R>(Query<R> query) implements Job<R> {
        @Override
        public String title() {
            return Texts.get("job.query");
        }

        @Override
        public R run(Progress progress) throws HydraException {
            return query.run();
        }
    }
}
