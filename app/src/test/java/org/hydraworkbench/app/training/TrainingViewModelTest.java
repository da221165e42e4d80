package org.hydraworkbench.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hydraworkbench.app.plot.Curve;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.Sample;
import org.hydraworkbench.train.Thrift;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingViewModelTest {

    private static final int MANY = 5_000;

    @TempDir
    Path folder;

    private TestBench bench;
    private TrainingViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = new TestBench(folder);
        model = new TrainingViewModel(bench.workbench);
        bench.open(SmallProject.copyInto(folder));
        model.form().numberProperty(TrainNumber.STEPS).set(4);
        model.form().numberProperty(TrainNumber.BATCH).set(2);
        model.form().numberProperty(TrainNumber.LENGTH).set(48);
        model.form().numberProperty(TrainNumber.WARMUP).set(1);
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    @Test
    void aRunShowsItsCurvesAndStaysInTheListWithItsSpeedForTheNextEstimate() throws Exception {
        assertThat(model.form().estimate(TrainPlan.FULL)).contains("not known before the first run");
        model.start();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.lastProperty().get()).isNotNull();
        assertThat(model.lastProperty().get().step()).isEqualTo(4);
        assertThat(model.charts().loss().curves().getFirst().size()).isEqualTo(4);
        bench.await(() -> model.runs().size() == 1);
        RunRow.Made made = (RunRow.Made) model.runs().getFirst();
        assertThat(made.current()).isTrue();
        assertThat(made.steps()).isEqualTo(4);
        assertThat(made.loss()).isEqualTo(model.lastProperty().get().loss());
        assertThat(model.form().estimate(TrainPlan.FULL)).contains("from the speed of the last run");
    }

    @Test
    void whatIsHeldOutForDevelopmentIsMeasuredBesideTheLoss() throws Exception {
        model.start();
        assertThat(model.charts().hasBits()).as("nothing is held out for development").isFalse();
        assertThat(model.heldOut()).isEmpty();
        Project project = bench.workbench.project().current().orElseThrow();
        Path file = Files.writeString(folder.resolve("dev.tsv"), "Where is the dog?\tAnida yella weqjun?\n");
        project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none());
        model.start();
        Curve bits = model.charts().bits().curves().getFirst();
        assertThat(bits.size()).isEqualTo(4);
        assertThat(model.heldOut()).isEqualTo(Numbers.brief(bits.y(3)));
    }

    @Test
    void patienceIsAskedForWhereSomethingIsHeldOutAndItsRunSaysWhatItKept() throws Exception {
        assertThat(model.form().patienceIsAsked().get()).isFalse();
        Project project = bench.workbench.project().current().orElseThrow();
        Path file = Files.writeString(folder.resolve("dev.tsv"), "Where is the dog?\tqqx zzv wwk qqx?\n");
        project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none());
        bench.await(() -> model.form().patienceIsAsked().get());
        model.form().numberProperty(TrainNumber.STEPS).set(30);
        model.form().numberProperty(TrainNumber.WARMUP).set(0);
        model.form().numberProperty(TrainNumber.RATE).set(3e-2);
        model.form().numberProperty(TrainNumber.AVERAGE).set(2);
        model.form().numberProperty(TrainNumber.PATIENCE).set(1);
        assertThat(project.work().usual(Operations.TRAIN).patience()).isEqualTo(1);
        assertThat(project.work().usual(Operations.TRAIN).options().average()).isEqualTo(2);
        model.start();
        bench.await(() -> model.runs().size() == 1);
        RunRow.Made made = (RunRow.Made) model.runs().getFirst();
        assertThat(made.steps()).isLessThan(30);
        assertThat(made.kept()).isLessThan(made.steps());
        Curve bits = made.curves().bits();
        int lowest = IntStream.range(0, bits.size()).boxed().min(Comparator.comparingDouble(bits::y)).orElseThrow();
        assertThat((double) made.kept()).isEqualTo(bits.x(lowest));
    }

    @Test
    void aNumberThatCannotBeUsedIsToldBesideItsField() {
        model.form().numberProperty(TrainNumber.AVERAGE).set(-1);
        model.form().numberProperty(TrainNumber.PATIENCE).set(1.5);
        assertThat(model.form().problemsProperty().get()).containsOnly(
                Map.entry(TrainNumber.PATIENCE, "The patience must be a whole number, at least 0."),
                Map.entry(TrainNumber.AVERAGE, "The number of steps that are averaged must be a whole number, at least 0."));
        assertThat(model.canStart().get()).isFalse();
    }

    @Test
    void theWarmUpFollowsTheStepsUntilAPersonTypesOne() {
        model.form().numberProperty(TrainNumber.STEPS).set(300);
        model.form().numberProperty(TrainNumber.WARMUP).set(30); // the usual one
        model.form().numberProperty(TrainNumber.STEPS).set(Double.NaN); // the field is empty
        model.form().numberProperty(TrainNumber.STEPS).set(20);
        assertThat(model.form().numberProperty(TrainNumber.WARMUP).get()).isEqualTo(2);
        assertThat(model.form().problemsProperty().get()).isEmpty();
        model.form().numberProperty(TrainNumber.WARMUP).set(7);
        model.form().numberProperty(TrainNumber.STEPS).set(500);
        assertThat(model.form().numberProperty(TrainNumber.WARMUP).get()).isEqualTo(7);
    }

    @Test
    void whatIsChosenStaysWithTheProjectAndIsUsedFromHomeToo() throws Exception {
        model.form().startProperty().set(TrainingSettings.Start.TUNED);
        model.form().numberProperty(TrainNumber.STEPS).set(7);
        model.form().planProperty().set(TrainPlan.EMBEDDINGS);
        model.form().numberProperty(TrainNumber.RATE).set(Double.NaN); // half typed
        Project project = bench.workbench.project().current().orElseThrow();
        TrainingSettings usual = project.work().usual(Operations.TRAIN);
        assertThat(usual.options().steps()).isEqualTo(7);
        assertThat(usual.options().plan()).isEqualTo(TrainPlan.EMBEDDINGS);
        assertThat(usual.options().rate().peak()).isEqualTo(1e-3);
        assertThat(usual.start()).as("where a run begins is chosen for that run").isEqualTo(TrainingSettings.Start.FRESH);
        TrainingForm reopened = new TrainingViewModel(bench.workbench).form();
        assertThat(reopened.numberProperty(TrainNumber.STEPS).get()).isEqualTo(7);
        assertThat(reopened.numberProperty(TrainNumber.BATCH).get()).isEqualTo(2);
        assertThat(reopened.planProperty().get()).isEqualTo(TrainPlan.EMBEDDINGS);
    }

    @Test
    void estimatesFollowTheModelThatTheMaterialTrains() {
        String pairs = model.form().estimate(TrainPlan.EMBEDDINGS);
        model.form().materialProperty().set(Material.TARGET_TEXT);
        assertThat(model.form().model()).isPresent();
        assertThat(model.form().estimate(TrainPlan.EMBEDDINGS)).isEqualTo(pairs);
        assertThat(model.form().estimate(TrainPlan.FULL)).isNotEqualTo(pairs);
    }

    /** What the form has under More is in the stored settings of the next run, and a number out of range keeps a run from starting. */
    @Test
    void allThatARunIsSetByStaysWithTheProject() throws Exception {
        model.form().numberProperty(TrainNumber.ACCUMULATE).set(2);
        model.form().numberProperty(TrainNumber.CLIP).set(0.5);
        model.form().numberProperty(TrainNumber.WORD_DROPOUT).set(0.1);
        model.form().numberProperty(TrainNumber.RANK).set(4);
        model.form().recomputeProperty().set(true);
        model.form().decayProperty().set(LearningRate.Decay.COSINE);
        Project project = bench.workbench.project().current().orElseThrow();
        TrainOptions usual = project.work().usual(Operations.TRAIN).options();
        assertThat(usual.thrift()).isEqualTo(new Thrift(2, true));
        assertThat(usual.clip()).isEqualTo(0.5);
        assertThat(usual.regularisation().wordDropout()).isEqualTo(0.1);
        assertThat(usual.details().rank()).isEqualTo(4);
        assertThat(usual.rate().decay()).isEqualTo(LearningRate.Decay.COSINE);
        assertThat(model.canStart().get()).isTrue();
        model.form().numberProperty(TrainNumber.CLIP).set(0);
        assertThat(model.form().problemsProperty().get()).containsOnlyKeys(TrainNumber.CLIP);
        assertThat(model.canStart().get()).isFalse();
    }

    /** A batch whose inner values take more than any machine has fits in parts of one sequence, and a model for longer ones not at all. */
    @Test
    void aRunThatDoesNotFitSaysWhatWouldMakeItFit() {
        assertThat(model.form().fitsNot(TrainPlan.FULL)).isEmpty();
        model.form().numberProperty(TrainNumber.BATCH).set(1e6);
        assertThat(model.form().fitsNot(TrainPlan.FULL)).contains("parts of a step");
        model.form().numberProperty(TrainNumber.BATCH).set(1);
        model.form().numberProperty(TrainNumber.LENGTH).set(1e7);
        assertThat(model.form().fitsNot(TrainPlan.FULL)).isNotEmpty();
    }

    @Test
    void aRunThatLearnsByHeartIsTold() {
        RunCurves run = new RunCurves("run");
        double[] heldOut = {3, 2, 2.1, 2.2, 2.3};
        for (int i = 0; i < heldOut.length; i++) {
            assertThat(Overfitting.of(run)).isEmpty();
            run.add(new Metrics(i + 1, 4 - 0.5 * i, 1e-3, 1, i, 1, OptionalDouble.of(heldOut[i])));
        }
        assertThat(Overfitting.of(run)).contains(new Overfitting(3, 2, 2, 2.3));
        assertThat(run.smoothed().y(1)).as("the mean of 4 and 3.5").isEqualTo(3.75);
    }

    @Test
    void whatTheModelWritesIsShownWhereSomethingIsHeldOut() throws Exception {
        Project project = bench.workbench.project().current().orElseThrow();
        Path file = Files.writeString(folder.resolve("dev.tsv"), "Where is the dog?\tAnida yella weqjun?\n");
        project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none());
        model.start();
        assertThat(model.first().samples()).containsOnlyKeys(1L, 2L, 3L, 4L);
        assertThat(model.first().samples().lastEntry().getValue())
                .extracting(Sample::prompt, Sample::reference)
                .containsExactly(tuple("Where is the dog?", "Anida yella weqjun?"));
        assertThat(model.warningProperty().getValue()).isEmpty();
    }

    @Test
    void withoutAModelNothingCanStart() throws Exception {
        bench.workbench.project().leave();
        assertThat(model.canStart().get()).isFalse();
        assertThat(model.form().estimate(TrainPlan.FULL)).contains("nothing to train yet");
    }

    /** Home's button and a rerun train too; who comes later sees their curves all the same, and can end them. */
    @Test
    void aTrainingThatWasBegunElsewhereIsFollowedAndStopped() throws Exception {
        TestBench background = TestBench.inBackground(folder.resolve("background"));
        try {
            Project project = background.open(SmallProject.copyInto(folder.resolve("background")));
            TrainingSettings many = TrainingSettings.defaults().with(options -> options.withSteps(MANY).withBatch(2, 48).withRate(1e-3, 1));
            JobRun<Artefact> run = background.workbench.jobs().submit(
                    Step.HOME, project.work().job(Operations.TRAIN, many, Use.ALWAYS, background.workbench.environment()));
            background.await(() -> background.workbench.training().present() != null);
            TrainingViewModel watcher = new TrainingViewModel(background.workbench);
            assertThat(watcher.runningProperty().get()).isTrue();
            background.await(() -> {
                watcher.poll();
                return watcher.canKeep().get();
            });
            assertThat(watcher.step()).endsWith(" of 5,000");
            watcher.stopAndKeep();
            background.await(run::isEnded);
            assertThat(watcher.runningProperty().get()).isFalse();
            assertThat(watcher.lastProperty().get().step()).isLessThan(MANY);
            background.await(() -> watcher.runs().size() == 1);
            RunRow.Made made = (RunRow.Made) watcher.runs().getFirst();
            assertThat(made.isStopped()).isTrue();
            assertThat(made.planned()).isEqualTo(MANY);
        } finally {
            background.close();
        }
    }
}
