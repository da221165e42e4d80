package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.train.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training of a project is measured by its pairs for development on the way. */
class HeldOutCurveTest {

    private static final TrainingSettings FORTY_STEPS = TrainingSettings.defaults().with(options -> options.withSteps(40).withBatch(2, 64));

    @TempDir
    private Path folder = Path.of("");

    private static List<Metrics> measured(Artefact artefact) throws Exception {
        try (Stream<String> lines = Files.lines(artefact.file(TrainOperation.METRICS))) {
            return lines.map(Metrics::parse).flatMap(Optional::stream).filter(step -> step.bitsPerByte().isPresent()).toList();
        }
    }

    private CorpusInfo development(Project project, String... pairs) throws Exception {
        Path file = TestProjects.file(folder, "dev", pairs);
        return project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none()).getFirst();
    }

    @Test
    void pairsForDevelopmentMeasureATrainingAboutTwentyTimes() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            development(project, "The stone is big.\tAzru d ameqqran.", "The cat is cold.\t", "The dog drinks.\tAqjun yettess.");
            for (TrainOperation operation : List.of(Operations.TRAIN, Operations.TRAIN_TEXT)) {
                Artefact made = TestProjects.make(project, operation, FORTY_STEPS);
                List<Metrics> measured = measured(made);
                assertThat(measured)
                        .extracting(Metrics::step)
                        .containsExactlyElementsOf(LongStream.rangeClosed(0, 20).mapToObj(k -> Math.max(1, 2 * k)).toList());
                assertThat(measured.getLast().bitsPerByte().orElseThrow())
                        .as("a model that has seen such sentences")
                        .isLessThan(measured.getFirst().bitsPerByte().orElseThrow());
                assertThat(project.work().staleness(made)).isEmpty();
            }
        }
    }

    @Test
    void whereNoneIsLeftNothingIsMeasured() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            assertThat(measured(TestProjects.make(project, Operations.TRAIN, FORTY_STEPS.with(options -> options.withSteps(2))))).isEmpty();
            CorpusInfo corpus = development(project, "The stone is big.\tAzru d ameqqran.");
            long[] pairs = project.corpora().ids(PairFilter.all().withCorpus(corpus.id()), PairOrder.CORPUS);
            project.corpora().exclude(LongStream.of(pairs).boxed().toList(), true);
            assertThat(measured(TestProjects.make(project, Operations.TRAIN, FORTY_STEPS.with(options -> options.withSteps(2))))).isEmpty();
        }
    }

    /** Of sentences that nobody writes so nothing can be learnt: the best is early, and what follows is not kept. */
    @Test
    void withPatienceARunEndsAndKeepsItsBestModel() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            TrainingSettings patient = FORTY_STEPS.with(options -> options.withRate(3e-2, 0)).withPatience(1);
            assertThat(project.work().missing(Operations.TRAIN, patient)).singleElement().asString().contains("development");
            development(project, "The stone is big.\tzzxq qxzq vvkw.", "The dog drinks.\tqqq wxw zzz.");
            assertThat(project.work().missing(Operations.TRAIN, patient)).isEmpty();
            Artefact made = TestProjects.make(project, Operations.TRAIN, patient);
            List<Metrics> measured = measured(made);
            long best = measured.stream()
                    .min(Comparator.comparingDouble(step -> step.bitsPerByte().orElseThrow()))
                    .orElseThrow()
                    .step();
            assertThat(measured.getLast().step()).isGreaterThan(best).isLessThan(40);
            assertThat(made.summary().get("steps").getAsLong()).isEqualTo(measured.getLast().step());
            assertThat(made.summary().get("kept").getAsLong()).isEqualTo(best);
            assertThat(made.name()).endsWith(", " + best + " steps");
            development(project, "The cat is cold.\tAmcic d asemmaḍ.");
            assertThat(project.work().staleness(made)).as("they chose what was kept").hasSize(1);
        }
    }
}
