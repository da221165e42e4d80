package org.hydraworkbench.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.MemoryLimit;
import org.hydraworkbench.base.ResourceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a {@link Job}: its state for the window. Everything except {@link #execute} belongs to the JavaFX thread.
 *
 * @param <R> what the job makes
 */
public final class JobRun<R> {

    /** The life of a run. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final ScopedValue<JobRun<?>> PRESENT = ScopedValue.newInstance();

    private final @Nullable Step step;
    private final Job<R> job;
    private final PolledProgress said = new PolledProgress();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Duration> timeLeft = new ReadOnlyObjectWrapper<>(null);
    private final List<Consumer<? super R>> whenDone = new ArrayList<>();
    private final List<Consumer<? super HydraException>> whenFailed = new ArrayList<>();
    private final List<Runnable> whenEnded = new ArrayList<>();
    private Runnable whenEnding = () -> {};
    private Runnable whenOver = () -> {};
    private @Nullable Pace pace;
    private volatile @Nullable Instant started;
    private volatile @Nullable Instant ended;
    private @Nullable R result;
    private @Nullable HydraException failure;

    JobRun(@Nullable Step step, Job<R> job) {
        this.step = step;
        this.job = job;
    }

    /** What the job is called. */
    public String title() {
        return job.title();
    }

    /** The step it is work of; none for a query. */
    public @Nullable Step step() {
        return step;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /** From 0 to 1, or negative while it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is being done now. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The id of the step of the guide that is being done now; empty while none is. */
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** The id of the step of the guide that was begun last; empty when none was. */
    public String lastStep() {
        return said.lastStep();
    }

    /** How many of what its progress counts there are, steps of a training for instance; 0 while that is not known. */
    public long total() {
        return said.total();
    }

    /**
     * Estimated from the progress since the present step of the guide began, or was gone on with; none while there is too little to go by.
     * It is the only estimate there is: all that show one show this.
     */
    public ReadOnlyObjectProperty<@Nullable Duration> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** How long it has run or ran; zero before it starts. */
    public Duration elapsed() {
        Instant from = started;
        if (from == null) {
            return Duration.ZERO;
        }
        Instant to = ended;
        return Duration.between(from, to == null ? Instant.now() : to);
    }

    /** The last lines of its log, oldest first. */
    public List<String> log() {
        return said.log();
    }

    /** What of it the person should see, oldest first. */
    public List<String> warnings() {
        return said.warnings();
    }

    public boolean isEnded() {
        return state.get() != State.WAITING && state.get() != State.RUNNING;
    }

    /** What it made, once it has. */
    public Optional<R> result() {
        return Optional.ofNullable(result);
    }

    /** Why it failed, once it has. */
    public @Nullable HydraException failure() {
        return failure;
    }

    /** Asks it to stop; it ends within about a second. */
    public void cancel() {
        said.cancel();
    }

    public boolean isCancelRequested() {
        return said.isCancelled();
    }

    /** Gives the result to {@code then} when there is one; at once if it is there already. */
    public JobRun<R> onDone(Consumer<? super R> then) {
        R made = result;
        if (made != null) {
            then.accept(made);
        } else {
            whenDone.add(then);
        }
        return this;
    }

    /** Tells {@code then} why it failed, if it does; a cancelled run does not fail. The window tells the person in any case. */
    public JobRun<R> onFailed(Consumer<? super HydraException> then) {
        HydraException why = failure;
        if (why != null) {
            then.accept(why);
        } else {
            whenFailed.add(then);
        }
        return this;
    }

    /** Calls {@code then} when the run has ended, however it did, after the others. */
    public JobRun<R> onEnded(Runnable then) {
        if (isEnded()) {
            then.run();
        } else {
            whenEnded.add(then);
        }
        return this;
    }

    /** Calls {@code then}, and nothing else, before all who are told of the end: what they say replaces what is said of every run. */
    void whenEnding(Runnable then) {
        whenEnding = then;
    }

    /** Calls {@code then}, and nothing else, after all who are told of the end. */
    void whenOver(Runnable then) {
        whenOver = then;
    }

    /** The run on whose thread this is called; null on other threads. */
    static @Nullable JobRun<?> present() {
        return PRESENT.isBound() ? PRESENT.get() : null;
    }

    /** Ends it without having begun, because nothing is begun any more. */
    void drop() {
        end(State.CANCELLED, null, null);
    }

    /** Does the work on the calling thread and hands the outcome to {@code window}, the executor of the JavaFX thread. */
    void execute(Executor window) {
        started = Instant.now();
        try {
            said.checkCancelled();
            R made = ScopedValue.where(PRESENT, this).call(() -> job.run(said));
            ended = Instant.now();
            window.execute(() -> end(State.DONE, made, null));
        } catch (CancelledException e) {
            ended = Instant.now();
            window.execute(() -> end(State.CANCELLED, null, null));
        } catch (HydraException e) {
            ended = Instant.now();
            window.execute(() -> end(State.FAILED, null, e));
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", title(), e);
            ended = Instant.now();
            ResourceException shown = unexpected(e);
            window.execute(() -> end(State.FAILED, null, shown));
        }
    }

    private static ResourceException unexpected(Throwable e) {
        return MemoryLimit.isCauseOf(e)
                ? new ResourceException(Texts.get("error.memory"), e)
                : new ResourceException(Texts.format("error.unexpected", String.valueOf(e)), e);
    }

    /** Takes over what the work last said. */
    void poll() {
        if (isEnded() || started == null) {
            return;
        }
        state.set(State.RUNNING);
        double fraction = said.fraction();
        progress.set(fraction);
        message.set(said.lastMessage());
        doing.set(said.lastStep());
        Instant now = Instant.now();
        if (pace == null || !pace.holds(fraction, said.lastStep())) {
            pace = new Pace(said.lastStep(), fraction, now);
        }
        timeLeft.set(pace.left(fraction, now));
    }

    /** Since when the progress grows, and from what on. */
    record Pace(String doing, double from, Instant since) {

        boolean holds(double fraction, String step) {
            return from >= 0 && fraction >= from && doing.equals(step);
        }

        /** The rest in proportion to what was done since; none before 2 s or 1 %. */
        @Nullable Duration left(double fraction, Instant now) {
            long took = Duration.between(since, now).toMillis();
            double done = fraction - from;
            return from < 0 || done < 0.01 || took < 2000 ? null : Duration.ofMillis(Math.round(took * (1 - fraction) / done));
        }
    }

    private void end(State how, @Nullable R made, @Nullable HydraException why) {
        if (step == null && said.isCancelled() && how != State.CANCELLED) {
            // Nobody waits for the answer to a question that was taken back, even if it came in time; a job has made what it has made.
            end(State.CANCELLED, null, null);
            return;
        }
        result = made;
        failure = why;
        progress.set(how == State.DONE ? 1 : said.fraction());
        message.set(said.lastMessage());
        doing.set("");
        timeLeft.set(null);
        state.set(how);
        tell(whenEnding);
        if (made != null) {
            whenDone.forEach(then -> tell(() -> then.accept(made)));
        }
        if (why != null) {
            whenFailed.forEach(then -> tell(() -> then.accept(why)));
        }
        whenEnded.forEach(this::tell);
        whenOver.run();
    }

    /** One listener that fails keeps the end from nobody else. */
    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("What follows the end of “{}” failed", title(), e);
        }
    }
}
