package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobRunnerTest {

    @FunctionalInterface
    private interface Work {
        String run(Progress progress) throws HydraException;
    }

    private record TestJob(Work work) implements Job<String> {
        @Override
        public String title() {
            return "Test";
        }

        @Override
        public String run(Progress progress) throws HydraException {
            return work.run(progress);
        }
    }

    /** Stands for the JavaFX thread: the test takes and runs what was handed over. */
    private final BlockingQueue<Runnable> handed = new LinkedBlockingQueue<>();

    private final List<JobRun<?>> ended = new ArrayList<>();

    private BackgroundJobRunner background() {
        return new BackgroundJobRunner(handed::add, 2, ended::add);
    }

    private void runHandedOver() throws InterruptedException {
        handed.take().run();
    }

    @Test
    void currentThreadRunnerGivesTheResultAtOnce() {
        List<String> results = new ArrayList<>();
        JobRun<String> run = new CurrentThreadJobRunner().submit(Step.CORPUS, new TestJob(progress -> "done"));
        run.onDone(results::add);
        assertThat(run.state()).isEqualTo(JobRun.State.DONE);
        assertThat(results).containsExactly("done");
    }

    @Test
    void failureIsToldToWhoeverAskedAndToTheWindow() {
        List<String> told = new ArrayList<>();
        CurrentThreadJobRunner runner = new CurrentThreadJobRunner(ended::add);
        JobRun<String> run = runner.submit(Step.CORPUS, new TestJob(progress -> {
            throw new InputException("bad line");
        }));
        run.onFailed(error -> told.add(error.getMessage()));
        assertThat(run.state()).isEqualTo(JobRun.State.FAILED);
        assertThat(told).containsExactly("bad line");
        assertThat(ended).singleElement().isSameAs(run);
    }

    @Test
    void whatIsSaidOfEveryRunComesBeforeWhatIsSaidOfThisOne() throws Exception {
        List<String> told = new ArrayList<>();
        try (BackgroundJobRunner runner = new BackgroundJobRunner(handed::add, 1, run -> told.add("done in 1 s"))) {
            JobRun<String> run = runner.submit(Step.CORPUS, new TestJob(progress -> "x"));
            run.onDone(made -> told.add("3 pairs were kept"));
            runHandedOver();
            assertThat(told).containsExactly("done in 1 s", "3 pairs were kept");
        }
    }

    @Test
    void aMistakeInTheProgramBecomesASentence() {
        JobRun<String> run = new CurrentThreadJobRunner().submit(Step.CORPUS, new TestJob(progress -> {
            throw new IllegalStateException("oops");
        }));
        assertThat(run.failure()).isNotNull().hasMessageContaining("oops");
    }

    @Test
    void progressIsSeenOnlyWhenPolled() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundJobRunner runner = background()) {
            JobRun<String> run = runner.submit(Step.TRAINING, new TestJob(progress -> {
                progress.update(1, 4);
                progress.message("counting");
                said.countDown();
                await(mayEnd);
                return "x";
            }));
            said.await();
            assertThat(run.progressProperty().get()).isNegative();
            runner.poll();
            assertThat(run.progressProperty().get()).isEqualTo(0.25);
            assertThat(run.messageProperty().get()).isEqualTo("counting");
            assertThat(run.state()).isEqualTo(JobRun.State.RUNNING);
            mayEnd.countDown();
            runHandedOver();
            assertThat(run.state()).isEqualTo(JobRun.State.DONE);
        }
    }

    @Test
    void cancelEndsTheJobWithoutAFailure() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (BackgroundJobRunner runner = background()) {
            JobRun<String> run = runner.submit(Step.TRAINING, new TestJob(progress -> {
                started.countDown();
                while (true) {
                    progress.checkCancelled();
                    Thread.onSpinWait();
                }
            }));
            started.await();
            run.cancel();
            runHandedOver();
            assertThat(run.state()).isEqualTo(JobRun.State.CANCELLED);
            assertThat(run.failure()).isNull();
        }
    }

    @Test
    void queriesDoNotWaitForJobs() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundJobRunner runner = background()) {
            for (int i = 0; i < 4; i++) {
                runner.submit(Step.TRAINING, new TestJob(progress -> {
                    await(mayEnd);
                    return "x";
                }));
            }
            List<String> answers = new ArrayList<>();
            runner.query(() -> "answer").onDone(answers::add);
            runHandedOver();
            assertThat(answers).containsExactly("answer");
            mayEnd.countDown();
        }
    }

    @Test
    void commandsAreDoneInOrder() throws Exception {
        List<Integer> done = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                runner.command(() -> done.add(number));
            }
            for (int i = 0; i < 100; i++) {
                runHandedOver();
            }
        }
        assertThat(done).isSorted().hasSize(100);
    }

    @Test
    void tensorWorkRunsOnOneThread() throws Exception {
        List<String> threads = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            Job<String> job = new TestJob(progress -> Thread.currentThread().getName());
            runner.submit(Step.TRAINING, JobRunner.Lane.TENSOR, job).onDone(threads::add);
            runner.tensorQuery(() -> Thread.currentThread().getName()).onDone(threads::add);
            runHandedOver();
            runHandedOver();
        }
        assertThat(threads).hasSize(2);
        assertThat(threads.get(0)).isEqualTo(threads.get(1));
    }

    @Test
    void whatComesAfterAllWaitsForJobsAndQueriesThatRunAndForAllWhoAreTold() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            runner.submit(Step.TRAINING, new TestJob(progress -> {
                await(mayEnd);
                return "job";
            })).onDone(order::add);
            runner.query(() -> {
                await(mayEnd);
                return "query";
            }).onDone(order::add);
            runner.tensorQuery(() -> {
                await(mayEnd);
                return "tensor";
            }).onDone(order::add);
            runner.afterAll(() -> "last").onDone(order::add);
            JobRun<String> later = runner.query(() -> "later").onDone(order::add);
            runHandedOver();
            assertThat(later.isEnded()).as("nothing waits for what comes last").isTrue();
            mayEnd.countDown();
            for (int i = 0; i < 4; i++) {
                runHandedOver();
            }
        }
        assertThat(order).hasSize(5).startsWith("later").endsWith("last");
    }

    @Test
    void whatIsToBeStoredIsStoredWhenAllIsCancelled() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> stored = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            runner.command(() -> await(mayEnd));
            runner.command(() -> stored.add("edit"));
            JobRun<String> job = runner.submit(Step.TRAINING, new TestJob(progress -> {
                await(mayEnd);
                progress.checkCancelled();
                return "made";
            }));
            runner.cancelAll();
            mayEnd.countDown();
            for (int i = 0; i < 3; i++) {
                runHandedOver();
            }
            assertThat(job.state()).isEqualTo(JobRun.State.CANCELLED);
        }
        assertThat(stored).containsExactly("edit");
    }

    @Test
    void nobodyIsToldTheAnswerToAQuestionThatWasTakenBack() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> told = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            JobRun<String> run = runner.query(() -> {
                asked.countDown();
                await(mayEnd);
                return "answer";
            }).onDone(told::add);
            asked.await();
            runner.cancelAll();
            mayEnd.countDown();
            runHandedOver();
            assertThat(run.state()).isEqualTo(JobRun.State.CANCELLED);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void norTheAnswerThatHadComeButWasNotToldYet() throws Exception {
        List<String> told = new ArrayList<>();
        try (BackgroundJobRunner runner = background()) {
            JobRun<String> run = runner.query(() -> "answer").onDone(told::add);
            Runnable telling = handed.take();
            runner.cancelAll();
            telling.run();
            assertThat(run.state()).isEqualTo(JobRun.State.CANCELLED);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aListenerThatFailsKeepsTheEndFromNobodyElse() {
        List<String> told = new ArrayList<>();
        CurrentThreadJobRunner runner = new CurrentThreadJobRunner(run -> {
            throw new IllegalStateException("a listener's mistake");
        });
        runner.submit(Step.CORPUS, new TestJob(progress -> "done")).onEnded(() -> told.add("ended"));
        runner.afterAll(() -> "last").onDone(told::add);
        assertThat(told).containsExactly("ended", "last");
    }

    @Test
    void whatIsAskedAfterTheEndIsCancelledAndWhatWasToComeLastIsDone() throws Exception {
        List<String> done = new ArrayList<>();
        BackgroundJobRunner runner = background();
        runner.query(() -> "before");
        runner.afterAll(() -> done.add("last"));
        runner.close();
        assertThat(done).containsExactly("last");
        assertThat(runner.query(() -> "late").state()).isEqualTo(JobRun.State.CANCELLED);
        assertThatThrownBy(() -> runner.onTensorThread(() -> "late")).isInstanceOf(CancelledException.class);
    }

    @Test
    void aJobThatWaitsForTheTensorThreadIsCancelledAtOnce() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundJobRunner runner = background()) {
            runner.tensorQuery(() -> {
                busy.countDown();
                await(mayEnd);
                return "long";
            });
            busy.await();
            JobRun<String> run = runner.submit(Step.EVALUATE, new TestJob(progress -> runner.onTensorThread(() -> "measured")));
            run.cancel();
            runHandedOver();
            assertThat(run.state()).isEqualTo(JobRun.State.CANCELLED);
            mayEnd.countDown();
        }
    }

    @Test
    void itIsSeenWhichStepALongJobIsAt() throws Exception {
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundJobRunner runner = background()) {
            JobRun<String> run = runner.submit(Step.HOME, new TestJob(progress -> {
                progress.step("align");
                progress.step("map");
                said.countDown();
                await(mayEnd);
                return "x";
            }));
            said.await();
            runner.poll();
            assertThat(run.doingProperty().get()).isEqualTo("map");
            mayEnd.countDown();
            runHandedOver();
            assertThat(run.doingProperty().get()).isEmpty();
            assertThat(run.lastStep()).isEqualTo("map");
        }
    }

    @Test
    void timeLeftIsInProportionToWhatIsDone() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        JobRun.Pace pace = new JobRun.Pace("train", 0, since);
        assertThat(pace.left(0.25, since.plusSeconds(10))).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.left(0.25, since.plusSeconds(1))).isNull();
        assertThat(new JobRun.Pace("", -1, since).left(-1, since.plusSeconds(10))).isNull();
    }

    /** Of 400 steps 100 were done before; since then 30 in 10 s, so the other 270 take 90 s. */
    @Test
    void whatWasDoneBeforeARunWasGoneOnWithMakesItNoFaster() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        JobRun.Pace pace = new JobRun.Pace("train", 100 / 400.0, since);
        assertThat(pace.left(130 / 400.0, since.plusSeconds(10))).isEqualTo(Duration.ofSeconds(90));
        assertThat(pace.holds(130 / 400.0, "train")).isTrue();
        assertThat(pace.holds(130 / 400.0, "evaluate")).as("another step of the guide has another pace").isFalse();
        assertThat(pace.holds(0.1, "train")).as("it began anew").isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
