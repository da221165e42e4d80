package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.LongStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.testing.TestProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hydra is trained on pairs that were made by translating, and nothing else is made of them. */
class SyntheticPairsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void onlyAHydraIsTrainedOnThem() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            TrainingSettings oneStep = TrainingSettings.defaults().with(options -> options.withSteps(1).withBatch(28, 64));
            Artefact before = TestProjects.make(project, Operations.TRAIN, oneStep);
            assertThat(project.work().staleness(before)).isEmpty();
            Path made = TestProjects.file(folder, "made", "The sea.\tIlel.", "The red sea.\tIlel azeggaɣ.");
            CorpusInfo corpus = project.corpora()
                    .importFrom(ImportRequest.of(made).withRole(CorpusRole.SYNTHETIC), Progress.none())
                    .getFirst();
            assertThat(project.work().guide().steps().stream().filter(step -> step.state() == StepStatus.State.STALE))
                    .extracting(StepStatus::id)
                    .containsExactly(Operations.TRAIN.id());
            assertThat(project.work().staleness(before)).singleElement().asString().contains("The text for tuning a Hydra has changed");
            assertThatThrownBy(() -> project.corpora().setRole(corpus.id(), CorpusRole.TEST))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("was made by translating");

            Artefact after = TestProjects.make(project, Operations.TRAIN, oneStep);
            assertThat(project.work().staleness(after)).isEmpty();
            assertThat(after.summary().get("loss")).as("it learns from other pairs").isNotEqualTo(before.summary().get("loss"));
            project.corpora().remove(corpus.id());
            assertThat(project.work().staleness(after)).hasSize(1);
        }
    }

    /** What was made by an earlier version did not ask for them; and of excluded ones nothing is learnt. */
    @Test
    void theyCountFromWhenTheyCome() throws Exception {
        try (Project project = TestProjects.assembled(folder)) {
            Artefact before = TestProjects.trained(project, Operations.TRAIN);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.file());
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("DELETE FROM artefact_input WHERE role = 'synthetic'")).isEqualTo(1);
            }
            before = project.artefacts().get(before.id());
            assertThat(project.work().staleness(before)).isEmpty();
            Path made = TestProjects.file(folder, "made", "The sea.\tIlel.");
            CorpusInfo corpus = project.corpora()
                    .importFrom(ImportRequest.of(made).withRole(CorpusRole.SYNTHETIC), Progress.none())
                    .getFirst();
            assertThat(project.work().staleness(before)).containsExactly(
                    "It was made without text for tuning a Hydra, of which there is some now.");
            long[] pairs = project.corpora().ids(PairFilter.all().withCorpus(corpus.id()), PairOrder.CORPUS);
            project.corpora().exclude(LongStream.of(pairs).boxed().toList(), true);
            TrainingSettings oneStep = TrainingSettings.defaults().with(options -> options.withSteps(1).withBatch(1, 64));
            assertThatCode(() -> TestProjects.make(project, Operations.TRAIN, oneStep)).doesNotThrowAnyException();
        }
    }

    @Test
    void nothingIsMeasuredByThem() {
        assertThatThrownBy(() -> EvaluationSettings.CODEC.with(EvaluationSettings.defaults(), Map.of("role", "synthetic")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing is measured by them");
    }
}
