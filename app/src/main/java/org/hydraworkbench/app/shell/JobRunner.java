package org.hydraworkbench.app.shell;

import java.util.function.BooleanSupplier;
import javafx.collections.ObservableList;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;

/**
 * Runs work off the JavaFX thread. Methods are called on the JavaFX thread, and what is given to a {@link JobRun} is called
 * there; in tests {@link CurrentThreadJobRunner} does all on the thread of the test.
 */
public interface JobRunner extends AutoCloseable {

    /** Where a job runs. */
    enum Lane {
        /** A few jobs at a time. */
        WORK,
        /** One job at a time, always on the same thread: everything that touches tensors in this process. */
        TENSOR
    }

    /** Something short to ask the project or a file, whose answer belongs on the screen. */
    @FunctionalInterface
    interface Query<R> {
        R run() throws HydraException;
    }

    /** A query that may take its time, and ends early when it is no longer wanted. */
    @FunctionalInterface
    interface LongQuery<R> {
        R run(Progress progress) throws HydraException;
    }

    /** Something short to do to the project, an edit for example. */
    @FunctionalInterface
    interface Command {
        void run() throws HydraException;
    }

    /** Runs a job that the status bar lists, with progress and cancel, as work of {@code step}. */
    <R> JobRun<R> submit(Step step, Lane lane, Job<R> job);

    /** {@link #submit(Step, Lane, Job)} in {@link Lane#WORK}. */
    default <R> JobRun<R> submit(Step step, Job<R> job) {
        return submit(step, Lane.WORK, job);
    }

    /**
     * Runs something short that is not listed. Queries of one thread are answered in the order they were asked only by
     * chance: whoever asks again while waiting ignores the older answer or cancels it.
     */
    <R> JobRun<R> query(Query<R> query);

    /** Like {@link #query(Query)}, for something that may take seconds. */
    <R> JobRun<R> query(LongQuery<R> query);

    /** Does something short that is not listed. Commands are done one after another, in the order they were given. */
    JobRun<Boolean> command(Command command);

    /** Like {@link #command}, for something that has an answer. */
    <R> JobRun<R> commandWithAnswer(Query<R> command);

    /** Like {@link #query}, in {@link Lane#TENSOR}. */
    <R> JobRun<R> tensorQuery(Query<R> query);

    /**
     * Does something on the thread of {@link Lane#TENSOR} and waits for it; callable from any thread but the JavaFX one. A run that is
     * cancelled while it waits for its turn does not wait any longer.
     */
    default <R> R onTensorThread(Query<R> query) throws HydraException {
        JobRun<?> asking = JobRun.present();
        return onTensorThread(query, () -> asking != null && asking.isCancelRequested());
    }

    /**
     * The same for whoever is no run.
     *
     * @param unwanted whether it need not wait for its turn any longer
     */
    <R> R onTensorThread(Query<R> query, BooleanSupplier unwanted) throws HydraException;

    /** The jobs of this session, newest first: running, waiting and ended. */
    ObservableList<JobRun<?>> runs();

    /** How many of {@link #runs()} have not ended. */
    default long active() {
        return runs().stream().filter(run -> !run.isEnded()).count();
    }

    /** Takes over what running jobs last said about their progress; called some ten times a second. */
    void poll();

    /** Asks all jobs and queries to stop. Commands are done all the same: what a person did is to be stored. */
    void cancelAll();

    /**
     * Does something as a command when everything that was asked for before has ended and all were told of it. Nothing that is asked for
     * later waits for it, except another of its kind.
     */
    <R> JobRun<R> afterAll(Query<R> command);

    /** Takes those that have ended out of {@link #runs()}. */
    void forgetEnded();

    /** Asks everything to stop and waits for a moment; then does what was to be done after all. */
    @Override
    void close();
}
