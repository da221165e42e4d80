package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.LearningRate.Decay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that end when they get no better: stories260K, measured by a story while it learns something else. */
class EarlyStoppingTest {

    private static final String NO_NUMBER = "1e-30"; // a rate by which no weight changes

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");
    private Path story = Path.of("");

    private final List<Metrics> steps = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void writeTexts() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("Once upon a time, there was the number ").append(i * 7919 % 1000).append(".\n");
        }
        text = Files.writeString(folder.resolve("text.txt"), lines);
        story = Files.writeString(folder.resolve("story.txt"), "Once upon a time, there was a big dog. The dog was happy.\n".repeat(3));
    }

    private TrainOptions options(int number, double rate, int patience) {
        return TrainerTest.options(number)
                .withRate(new LearningRate(rate, 0, Decay.CONSTANT))
                .withHeldOut(HeldOut.text(story, 1).withPatience(patience));
    }

    private TrainOutcome train(TrainOptions options, Path out, boolean resume, Stop stop, MetricsListener listener, Progress progress)
            throws HydraException {
        TrainRequest request = TrainerTest.request(new TrainStart.Model(TestModels.stories()), text, options, out, resume);
        return Trainer.run(TestModels.runtime(), request, stop, metrics -> {
            steps.add(metrics);
            listener.step(metrics);
        }, progress);
    }

    private TrainOutcome train(TrainOptions options, Path out, boolean resume) throws HydraException {
        return train(options, out, resume, new Stop(), metrics -> {}, new Logging());
    }

    private long bestStep() {
        return steps.stream().min(Comparator.comparingDouble(step -> step.bitsPerByte().orElseThrow())).orElseThrow().step();
    }

    /** As what a run of {@code number} steps keeps that looks for no best model. */
    private byte[] modelAfter(long number, TrainOptions options) throws Exception {
        Path plain = folder.resolve("plain");
        TrainOptions all = options.withSteps((int) number).withHeldOut(null);
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(new TrainStart.Model(TestModels.stories()), text, all, plain, false),
                new Stop(),
                metrics -> {},
                Progress.none());
        return model(plain);
    }

    private static byte[] model(Path out) throws IOException {
        return Files.readAllBytes(out.resolve("model.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 'for 1 measurement;'", "3, 4, 'for 3 measurements;'"})
    void whatNeverGetsBetterEndsAfterSoManyMeasurements(int patience, long last, String told) throws Exception {
        TrainOutcome outcome = train(options(20, Double.parseDouble(NO_NUMBER), patience).withWeightDecay(0), folder.resolve("out"), false);
        assertThat(outcome.steps()).isEqualTo(last);
        assertThat(outcome.kept()).isEqualTo(1);
        assertThat(log).containsExactly(
                "Stopped after step " + last + ": not better than at step 1 " + told + " the model of step 1 is kept.");
    }

    @Test
    void theBestModelIsKeptNotTheLast() throws Exception {
        TrainOptions options = options(200, 3e-3, 3);
        TrainOutcome outcome = train(options, folder.resolve("out"), false);
        assertThat(outcome.kept()).isEqualTo(bestStep()).isGreaterThan(1);
        assertThat(outcome.steps()).isEqualTo(outcome.kept() + 3).isLessThan(200).isEqualTo(steps.getLast().step());
        assertThat(model(folder.resolve("out"))).isEqualTo(modelAfter(outcome.kept(), options));
        assertThat(log).singleElement().asString().endsWith("the model of step " + outcome.kept() + " is kept.");
    }

    @Test
    void withoutPatienceTheLastModelIsKept() throws Exception {
        TrainOptions options = options(8, 3e-2, 0);
        assertThat(train(options, folder.resolve("out"), false).kept()).isEqualTo(8).isNotEqualTo(bestStep());
        assertThat(model(folder.resolve("out"))).isEqualTo(modelAfter(8, options));
        assertThat(log).isEmpty();
    }

    @Test
    void aRunThatIsStoppedAndKeptKeepsTheBestToo() throws Exception {
        Stop stop = new Stop();
        TrainOptions options = options(50, 3e-2, 40);
        TrainOutcome outcome = train(options, folder.resolve("out"), false, stop, metrics -> {
            if (metrics.step() == 6) {
                stop.keep();
            }
        }, new Logging());
        assertThat(outcome.steps()).isEqualTo(6);
        assertThat(outcome.kept()).isEqualTo(bestStep()).isLessThan(6);
        assertThat(model(folder.resolve("out"))).isEqualTo(modelAfter(outcome.kept(), options));
        assertThat(log).containsExactly("Stopped after step 6; the model of step " + outcome.kept() + " is kept, the best so far.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9, 10, 15, 16, 25, 26, 30})
    void aRunThatWasInterruptedAnywhereEndsAsAnUninterruptedOne(int questions) throws Exception {
        TrainOptions options = options(200, 1e-3, 2);
        TrainOutcome whole = train(options, folder.resolve("whole"), false);
        List<Double> losses = steps.stream().map(Metrics::loss).toList();
        steps.clear();
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> train(options, out, false, new Stop(), metrics -> {}, new CancelsInTraining(questions)))
                .isInstanceOf(CancelledException.class);
        TrainOutcome resumed = train(options, out, true);
        assertThat(resumed.steps()).isEqualTo(whole.steps());
        assertThat(resumed.kept()).isEqualTo(whole.kept());
        assertThat(steps).extracting(Metrics::loss).isEqualTo(losses);
        assertThat(model(out)).isEqualTo(model(folder.resolve("whole")));
        assertThat(train(options, out, true).steps()).as("it has ended").isEqualTo(whole.steps());
    }

    @Test
    void withMorePatienceAnEndedRunGoesOn() throws Exception {
        train(options(12, 3e-2, 1), folder.resolve("out"), false);
        int done = steps.size();
        TrainOutcome more = train(options(12, 3e-2, 3), folder.resolve("out"), true);
        assertThat(more.steps()).isGreaterThan(done);
        assertThat(more.kept()).isEqualTo(bestStep());
    }

    @Test
    void withoutPatienceAResumedRunForgetsTheBest() throws Exception {
        Path out = folder.resolve("out");
        train(options(12, 3e-2, 1), out, false);
        TrainOptions rest = options(12, 3e-2, 0);
        assertThat(train(rest, out, true).kept()).isEqualTo(12);
        assertThat(model(out)).isEqualTo(modelAfter(12, rest));
        assertThat(out.resolve("checkpoints/best")).doesNotExist();
    }

    @Test
    void measuresByAnotherFileAreNotCompared() throws Exception {
        Path out = folder.resolve("out");
        train(options(12, 3e-2, 1), out, false);
        Files.writeString(story, "Another story.\n");
        assertThatThrownBy(() -> train(options(12, 3e-2, 1), out, true))
                .isInstanceOf(UsageException.class)
                .hasMessage("The run to resume was measured by another file than " + story
                        + "; give the same, or begin a new run in another folder.");
    }

    /** The process died after the checkpoint of the best was the latest, and before it was named the best. */
    @Test
    void aCheckpointThatIsTheBestIsNamedSoWhenTheRunGoesOn() throws Exception {
        Path out = folder.resolve("out");
        Stop stop = new Stop();
        train(options(12, Double.parseDouble(NO_NUMBER), 2).withWeightDecay(0), out, false, stop, metrics -> stop.keep(), new Logging());
        Files.delete(out.resolve("checkpoints/best"));
        assertThat(train(options(12, Double.parseDouble(NO_NUMBER), 2).withWeightDecay(0), out, true).kept()).isEqualTo(1);
        assertThat(out.resolve("checkpoints/best")).hasContent("step-00000001");
    }

    /** Prechelt's measure goes up and down; what is no number is no better. */
    @Test
    void onlyMeasurementsInARowCount() throws Exception {
        EarlyStopping stopping = new EarlyStopping(HeldOut.text(story, 1).withPatience(2));
        assertThat(stopping.take(1, 3)).isTrue();
        assertThat(stopping.take(2, 3)).isFalse();
        assertThat(stopping.take(3, 2.5)).isTrue();
        assertThat(stopping.take(4, Double.NaN)).isFalse();
        assertThat(stopping.isOver()).isFalse();
        assertThat(stopping.take(5, 2.6)).isFalse();
        assertThat(stopping.isOver()).isTrue();
        assertThat(stopping.best().map(BestSoFar::step)).contains(3L);
    }

    /** Keeps what is logged. */
    private class Logging implements Progress {
        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String message) {}

        @Override
        public void log(String line) {
            if (!line.startsWith("Going on")) {
                log.add(line);
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /** A person cancels while the run trains, at the question with this number: before a step, or in the middle of a measurement. */
    private static final class CancelsInTraining implements Progress {
        private int left;
        private boolean training;

        CancelsInTraining(int questions) {
            left = questions;
        }

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String message) {
            training = message.startsWith("Training");
        }

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return training && --left <= 0;
        }
    }
}
