package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectContextTest {

    @TempDir
    Path folder;

    /** Stands for the JavaFX thread: the test takes and runs what was handed over. */
    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();

    private BackgroundJobRunner jobs;
    private ProjectContext context;

    @BeforeEach
    void open() throws Exception {
        jobs = new BackgroundJobRunner(handed::add, 2, run -> {});
        context = new ProjectContext(jobs, handed::add);
        try (Project first = Project.create(folder.resolve("a.hydra"), "First", "en", "kab")) {
            first.work().importCorpus(ImportRequest.of(ToyProject.corpus(folder))).run(Progress.none());
        }
        Project.create(folder.resolve("b.hydra"), "Second", "en", "kab").close();
        openFile("a.hydra");
        until(() -> context.openProperty().get());
    }

    @AfterEach
    void close() {
        jobs.close();
        context.leave();
    }

    private JobRun<Project> openFile(String name) {
        return context.open(() -> Project.open(folder.resolve(name)));
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = handed.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("something for the window to do").isNotNull();
            next.run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Waiting(CountDownLatch begun, CountDownLatch mayEnd, AtomicBoolean cancelled) implements Job<String> {
        @Override
        public String title() {
            return "Wait";
        }

        @Override
        public String run(Progress progress) throws HydraException {
            begun.countDown();
            await(mayEnd);
            cancelled.set(progress.isCancelled());
            return "done";
        }
    }

    @Test
    void leavingCancelsJobsAndQueriesAndClosesWhenTheLastHasEnded() throws Exception {
        Project project = context.current().orElseThrow();
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        AtomicBoolean stillOpen = new AtomicBoolean();
        jobs.submit(Step.HOME, new Waiting(begun, mayEnd, cancelled));
        jobs.query(() -> {
            begun.countDown();
            await(mayEnd);
            stillOpen.set(project.corpora().count(PairFilter.all()) > 0);
            return true;
        });
        begun.await();
        JobRun<Boolean> left = context.leave();
        assertThat(context.openProperty().get()).as("the window goes on at once").isFalse();
        assertThat(context.closingProperty().get()).isEqualTo("First");
        mayEnd.countDown();
        until(left::isEnded);
        assertThat(left.failure()).isNull();
        assertThat(cancelled).isTrue();
        assertThat(stillOpen).as("it was not closed under the query").isTrue();
        assertThat(context.closingProperty().get()).isEmpty();
        Project.open(folder.resolve("a.hydra")).close();
    }

    @Test
    void openingTheSameProjectAgainWaitsUntilItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        jobs.submit(Step.HOME, new Waiting(begun, mayEnd, new AtomicBoolean()));
        begun.await();
        Project before = context.current().orElseThrow();
        JobRun<Project> opening = openFile("a.hydra");
        assertThat(opening.state()).isEqualTo(JobRun.State.WAITING);
        mayEnd.countDown();
        until(() -> context.openProperty().get());
        assertThat(context.current().orElseThrow()).isNotSameAs(before);
    }

    @Test
    void editsGivenBeforeLeavingAreThereAfterwards() throws Exception {
        Project project = context.current().orElseThrow();
        long[] ids = project.corpora().ids(PairFilter.all(), PairOrder.CORPUS);
        for (int k = 0; k < 20; k++) {
            long id = ids[k];
            jobs.command(() -> project.edits().confirm(id, true));
        }
        until(context.leave()::isEnded);
        try (Project again = Project.open(folder.resolve("a.hydra"))) {
            assertThat(again.corpora().count(PairFilter.all().withStatuses(Set.of(PairStatus.CONFIRMED))))
                    .isEqualTo(20);
        }
    }

    @Test
    void ofTwoProjectsAskedForInOneBreathTheLastIsOpenAndTheOtherClosed() throws Exception {
        JobRun<Project> second = openFile("b.hydra");
        openFile("a.hydra");
        until(() -> context.openProperty().get());
        assertThat(second.isEnded()).isTrue();
        assertThat(context.nameProperty().get()).isEqualTo("First");
        Project.open(folder.resolve("b.hydra")).close();
    }

    @Test
    void aProjectThatCannotBeOpenedLeavesNothingClosingForEver() throws Exception {
        JobRun<Project> opening = openFile("none.hydra");
        until(opening::isEnded);
        assertThat(opening.failure()).isNotNull();
        assertThat(context.closingProperty().get()).isEmpty();
        Project.open(folder.resolve("a.hydra")).close();
    }

    @Test
    void oneThatFailsToHearKeepsTheNewsFromNobodyElse() throws Exception {
        List<ProjectChange> heard = new ArrayList<>();
        ProjectContext younger = context.another();
        younger.addListener(change -> {
            throw new IllegalStateException("a listener's mistake");
        });
        younger.addListener(heard::add);
        List<ProjectChange> heardByWindow = new ArrayList<>();
        context.addListener(heardByWindow::add);
        context.beforeLeaving(() -> {
            throw new IllegalStateException("a workspace's mistake");
        });
        Project project = context.current().orElseThrow();
        project.edits().confirm(project.corpora().ids(PairFilter.all(), PairOrder.CORPUS)[0], true);
        until(() -> !heardByWindow.isEmpty());
        assertThat(heard).hasSameSizeAs(heardByWindow);
        until(context.leave()::isEnded);
        Project.open(folder.resolve("a.hydra")).close();
    }

    @Test
    void aContextThatEndedHearsOfNothingAnyMore() throws Exception {
        ProjectContext workspaces = context.another();
        List<ProjectChange> heard = new ArrayList<>();
        List<ProjectChange> heardByWindow = new ArrayList<>();
        workspaces.addListener(heard::add);
        context.addListener(heardByWindow::add);
        assertThat(workspaces.current()).isEqualTo(context.current());
        workspaces.end();
        assertThat(workspaces.current()).isEmpty();
        Project project = context.current().orElseThrow();
        project.edits().confirm(project.corpora().ids(PairFilter.all(), PairOrder.CORPUS)[0], true);
        until(() -> !heardByWindow.isEmpty());
        assertThat(heard).isEmpty();
        openFile("b.hydra");
        until(() -> context.nameProperty().get().equals("Second"));
        assertThat(workspaces.current()).isEmpty();
    }
}
