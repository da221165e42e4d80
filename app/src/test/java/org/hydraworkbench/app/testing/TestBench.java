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

/** A workbench without a window: everything happens on the thread of the test, news of the project when it waits for them. Or one for a window. */
public final class TestBench implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

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
        this(settings, null);
    }

    /** A workbench for a window, which works in the background. */
    public static TestBench inWindow(Path settings) {
        return new TestBench(settings, Platform::runLater);
    }

    private TestBench(Path settings, @Nullable Executor window) {
        JobRunner jobs = window == null
                ? new CurrentThreadJobRunner(this::ended)
                : new BackgroundJobRunner(window, 1, this::ended);
        ProjectContext project = new ProjectContext(jobs, window == null ? news::add : window);
        workbench = new Workbench(
                project,
                new StepStatesModel(project, jobs),
                jobs,
                dialogs,
                new Told(),
                new Shown(),
                SettingsStore.open(settings),
                new LiveTraining());
    }

    /** Opens a project. */
    public Project open(Path file) {
        workbench.project().open(() -> Project.open(file));
        return workbench.project().current().orElseThrow();
    }

    /** Takes in news of the project until {@code condition} holds. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            Runnable next = news.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(next).as("news of the project").isNotNull();
            next.run();
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
