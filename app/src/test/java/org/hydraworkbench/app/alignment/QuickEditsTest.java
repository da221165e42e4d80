package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.app.shell.BackgroundJobRunner;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.StepStatesModel;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that come faster than the project stores them; what happens on the JavaFX thread happens on the thread of the test. */
class QuickEditsTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private TestBench bench;
    private JobRunner jobs;
    private ProjectContext context;
    private AlignmentViewModel model;

    @BeforeEach
    void open() throws Exception {
        Path file = ToyProject.make(folder);
        bench = new TestBench(folder.resolve("settings"));
        jobs = new BackgroundJobRunner(window::add, 1, run -> {});
        context = new ProjectContext(jobs, window::add);
        model = new AlignmentViewModel(new Workbench(
                context,
                new StepStatesModel(context, jobs),
                jobs,
                bench.dialogs,
                bench.workbench.notices(),
                bench.workbench.navigator(),
                bench.workbench.settings(),
                bench.workbench.training(), new LoadedHydra()));
        context.open(() -> Project.open(file));
        until(() -> context.current().isPresent());
        model.opened();
        context.addListener(model::changed);
        until(() -> !model.modelProperty().get().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        var left = context.leave();
        until(left::isEnded);
        jobs.close();
        bench.close();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = window.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
    }

    /** Keeps commands that come later waiting until it is counted down. */
    private CountDownLatch hold() {
        CountDownLatch held = new CountDownLatch(1);
        jobs.command(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return held;
    }

    @Test
    void whatIsDrawnStaysUntilItIsStored() throws Exception {
        long pair = model.pairProperty().get().id();
        Project project = context.current().orElseThrow();
        Cell first = model.modelProperty().get().links().getFirst().cell();
        Cell second = model.modelProperty().get().links().getLast().cell();
        CountDownLatch before = hold();
        model.edit(List.of(new CellEdit(first, LinkState.POSSIBLE)));
        CountDownLatch between = hold();
        model.edit(List.of(new CellEdit(second, LinkState.REJECTED)));
        BooleanSupplier bothDrawn = () -> {
            HeatmapModel shown = model.modelProperty().get();
            return shown.mark(first).edit() == LinkState.POSSIBLE && shown.mark(second).edit() == LinkState.REJECTED;
        };
        assertThat(bothDrawn.getAsBoolean()).isTrue();

        int[] told = {0};
        context.addListener(change -> told[0]++);
        before.countDown();
        until(() -> told[0] == 1);
        whileAnythingHappens(() -> assertThat(bothDrawn.getAsBoolean()).as("the first is stored and told of").isTrue());
        assertThat(project.edits().of(pair)).hasSize(1);

        between.countDown();
        until(() -> told[0] == 2);
        whileAnythingHappens(() -> assertThat(bothDrawn.getAsBoolean()).as("both are stored").isTrue());
        assertThat(project.edits().of(pair)).hasSize(2);
        assertThat(model.effect().effectProperty().get().milliseconds()).isPositive();
    }

    private void whileAnythingHappens(Runnable check) throws InterruptedException {
        check.run();
        for (Runnable next = window.poll(1, TimeUnit.SECONDS); next != null; next = window.poll(1, TimeUnit.SECONDS)) {
            next.run();
            check.run();
        }
    }
}
