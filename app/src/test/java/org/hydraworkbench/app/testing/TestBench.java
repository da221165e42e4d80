package org.hydraworkbench.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.BackgroundJobRunner;
import org.hydraworkbench.app.shell.CurrentThreadJobRunner;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.LiveTraining;
import org.hydraworkbench.app.shell.Navigator;
import org.hydraworkbench.app.shell.Notices;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.SettingsStore;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.StepStatesModel;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A workbench without a window: everything happens on the thread of the test, news of the project when it waits for them. Or one that
 * works in the background, for a window or where a test looks at what is going on.
 */
public final class TestBench implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 50;

    /** Where workspaces were sent. */
    public final List<Target> shown = new ArrayList<>();

    /** The workspaces that were brought into view. */
    public final List<Step> steps = new ArrayList<>();

    /** What was told, the failures of jobs and queries too. */
    public final List<String> told = new ArrayList<>();

    public final FakeDialogs dialogs = new FakeDialogs();
    public final Workbench workbench;
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();

    public TestBench(Path settings) {
        this(settings, false, null);
    }

    /** A workbench for a window, which works in the background. */
    public static TestBench inWindow(Path settings) {
        return new TestBench(settings, true, Platform::runLater);
    }

    /** A workbench that works in the background; what it tells, it tells while the test waits. */
    public static TestBench inBackground(Path settings) {
        return new TestBench(settings, true, null);
    }

    private TestBench(Path settings, boolean background, @Nullable Executor ofWindow) {
        Executor window = ofWindow == null ? news::add : ofWindow;
        JobRunner jobs = background
                ? new BackgroundJobRunner(window, 1, this::ended)
                : new CurrentThreadJobRunner(this::ended);
        ProjectContext project = new ProjectContext(jobs, window);
        workbench = new Workbench(
                project,
                new StepStatesModel(project, jobs),
                jobs,
                dialogs,
                new Told(),
                new Shown(),
                SettingsStore.open(settings),
                new LiveTraining(), new LoadedHydra());
    }

    /** Opens a project. */
    public Project open(Path file) throws InterruptedException {
        JobRun<Project> opening = workbench.project().open(() -> Project.open(file));
        await(opening::isEnded);
        return workbench.project().current().orElseThrow();
    }

    /** Takes in news of the project, and looks at the jobs, until {@code condition} holds. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            Runnable next = news.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            } else {
                workbench.jobs().poll();
                assertThat(System.nanoTime()).as("what is waited for, by now; told: " + told).isLessThan(until);
            }
        }
    }

    private void ended(JobRun<?> run) {
        HydraException failure = run.failure();
        if (failure != null) {
            told.add(String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public void close() throws HydraException {
        workbench.jobs().close();
        HydraException failure = workbench.project().leave().failure();
        if (failure != null) {
            throw failure;
        }
    }

    private final class Told implements Notices {
        @Override
        public void status(String text) {
            told.add(text);
        }

        @Override
        public void info(String text, @Nullable ActionSpec action) {
            told.add(text);
        }

        @Override
        public void problem(String text, @Nullable ActionSpec action) {
            told.add(text);
        }
    }

    private final class Shown implements Navigator {
        @Override
        public void show(Step step) {
            steps.add(step);
        }

        @Override
        public void show(Step step, Target target) {
            steps.add(step);
            shown.add(target);
        }
    }
}
