package org.hydraworkbench.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;

/** What both runners share: the list of runs, which of them have not ended, and who hears of their end. */
abstract class AbstractJobRunner implements JobRunner {

    private static final int KEPT = 50;

    private final ObservableList<JobRun<?>> runs = FXCollections.observableArrayList();
    private final ObservableList<JobRun<?>> readOnly = FXCollections.unmodifiableObservableList(runs);
    private final Map<JobRun<?>, Place> pending = new LinkedHashMap<>();
    private final Deque<Last> last = new ArrayDeque<>();
    private final Consumer<JobRun<?>> ended;
    private boolean closed;

    /** @param ended hears of every run that ended, queries too, before anybody else, on the JavaFX thread */
    AbstractJobRunner(Consumer<JobRun<?>> ended) {
        this.ended = ended;
    }

    /** Runs it, now or soon. */
    abstract void start(Place place, JobRun<?> run);

    /** A command and what has to end before it. */
    private record Last(JobRun<?> run, Set<JobRun<?>> before) {}

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
        return started(Place.QUERY, unlisted(progress -> query.run()));
    }

    @Override
    public <R> JobRun<R> query(LongQuery<R> query) {
        return started(Place.QUERY, unlisted(query));
    }

    @Override
    public <R> JobRun<R> tensorQuery(Query<R> query) {
        return started(Place.TENSOR, unlisted(progress -> query.run()));
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
        return started(Place.COMMAND, unlisted(progress -> command.run()));
    }

    private static <R> JobRun<R> unlisted(LongQuery<R> query) {
        return new JobRun<>(null, new QueryJob<>(query));
    }

    private <R> JobRun<R> started(Place place, JobRun<R> run) {
        run.whenEnding(() -> ended.accept(run));
        begin(place, run);
        return run;
    }

    private void begin(Place place, JobRun<?> run) {
        pending.put(run, place);
        run.whenOver(() -> {
            pending.remove(run);
            last.forEach(one -> one.before().remove(run));
            doLast();
        });
        start(place, run);
    }

    @Override
    public void cancelAll() {
        pending.forEach((run, place) -> {
            if (place != Place.COMMAND) {
                run.cancel();
            }
        });
    }

    @Override
    public <R> JobRun<R> afterAll(Query<R> command) {
        JobRun<R> run = unlisted(progress -> command.run());
        run.whenEnding(() -> ended.accept(run));
        Set<JobRun<?>> before = new HashSet<>(pending.keySet());
        last.forEach(one -> before.add(one.run()));
        last.add(new Last(run, before));
        doLast();
        return run;
    }

    private void doLast() {
        for (Last next = last.peek(); next != null && (closed || next.before().isEmpty()); next = last.peek()) {
            last.remove();
            if (closed) {
                next.run().execute(Runnable::run);
            } else {
                begin(Place.COMMAND, next.run());
            }
        }
    }

    /** Nothing more is begun; what was to come after all else is done now, on this thread. */
    final void end() {
        closed = true;
        doLast();
    }

    @Override
    public ObservableList<JobRun<?>> runs() {
        return readOnly;
    }

    @Override
    public void forgetEnded() {
        runs.removeIf(JobRun::isEnded);
    }

    @Override
    public void poll() {
        for (JobRun<?> run : runs) {
            run.poll();
        }
    }

    private record QueryJob<R>(LongQuery<R> query) implements Job<R> {
        @Override
        public String title() {
            return Texts.get("job.query");
        }

        @Override
        public R run(Progress progress) throws HydraException {
            return query.run(progress);
        }
    }
}
