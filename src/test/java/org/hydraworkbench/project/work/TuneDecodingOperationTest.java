package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.measures.DecodingGain;
import org.hydraworkbench.project.settings.DecodingSettings;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneDecodingOperationTest {

    private static final List<String> NOUNS = List.of("dog\tAqjun", "cat\tAmcic", "water\tAman", "house\tAxxam", "stone\tAzru", "Tom\tTom");
    private static final List<String> VERBS = List.of("sleeps\tyeṭṭes", "barks\tyesseglaf", "is big\td ameqqran", "is cold\td asemmaḍ");

    @TempDir
    Path folder;

    /** Twenty-four sentences that {@link TestProjects#small} has not, of its words. */
    private void importDevelopment(Project project) throws Exception {
        importDevelopment(project, "My");
    }

    private void importDevelopment(Project project, String whose) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String noun : NOUNS) {
            for (String verb : VERBS) {
                String[] left = noun.split("\t");
                String[] right = verb.split("\t");
                lines.add("%s %s %s.\t%s-inu %s.".formatted(whose, left[0], right[0], left[1], right[1]));
            }
        }
        Path file = TestProjects.file(folder, "dev-" + whose, lines.toArray(String[]::new));
        project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none());
    }

    @Test
    void whatIsLearntIsUsedInItsDirectionUntilThePersonGoesBack() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            importDevelopment(project);
            Decoding usual = Decoding.usual();
            assertThat(project.decoding().now(Side.SOURCE)).isEqualTo(usual);
            Artefact made = TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults());
            assertThat(made.inputs()).extracting(ArtefactInput::use).containsExactly("alignment", "dev");
            DecodingGain gain = DecodingGain.read(made.summary());
            assertThat(gain.learntFrom()).isEqualTo(18);
            assertThat(gain.measured()).isEqualTo(6);
            assertThat(gain.chrf()).isEqualTo(gain.chrfAfter() - gain.chrfBefore());
            assertThat(project.decoding().now(Side.SOURCE)).isNotEqualTo(usual);
            assertThat(project.decoding().now(Side.SOURCE).judges().withModel()).isNull();
            assertThat(project.decoding().now(Side.TARGET)).isEqualTo(usual);
            assertThat(project.artefacts().useNone(made.slot())).isTrue();
            assertThat(project.artefacts().useNone(made.slot())).isFalse();
            assertThat(project.decoding().now(Side.SOURCE)).isEqualTo(usual);
            project.history().undo();
            assertThat(project.decoding().now(Side.SOURCE)).isNotEqualTo(usual);
        }
    }

    /** A Hydra that comes later makes what was learnt without it stale; an untuned one, which tells nothing, gets no say. */
    @Test
    void aHydraHasASayWhereItHelps() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            importDevelopment(project);
            Artefact without = TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults());
            assertThat(project.work().staleness(without)).isEmpty();
            TestProjects.make(project, Operations.TRANSFER, TransferSettings.defaults());
            TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
            assertThat(project.work().staleness(without)).singleElement().asString().contains("It was made without a Hydra");
            Artefact with = project.work()
                    .job(Operations.TUNE_DECODING, DecodingSettings.defaults().withPairs(20), Use.ALWAYS, Environment.of(Tensors.on(TestModels.runtime())))
                    .run(Progress.none());
            assertThat(with.inputs()).extracting(ArtefactInput::use).containsExactly("alignment", "hydra", "dev");
            assertThat(DecodingGain.read(with.summary()).chrf()).isNotNegative();
            assertThat(project.decoding().now(Side.SOURCE).judges().withModel()).isNull();
            assertThat(project.work().staleness(with)).isEmpty();
        }
    }

    /** With enough to learn from it is a step like others, until the person has decided. */
    @Test
    void theGuideLeadsToItWhereThereIsEnoughToLearnFrom() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            importDevelopment(project);
            assertThat(project.work().guide().step("tune-decoding")).isEmpty();
            importDevelopment(project, "Her");
            assertThat(project.work().guide().step("tune-decoding")).hasValueSatisfying(step ->
                    assertThat(step.state()).isEqualTo(StepStatus.State.READY));
            Artefact made = TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults());
            assertThat(project.work().guide().step("tune-decoding")).hasValueSatisfying(step ->
                    assertThat(step.state()).isEqualTo(StepStatus.State.DONE));
            project.artefacts().useNone(made.slot());
            assertThat(project.work().guide().step("tune-decoding")).isEmpty();
        }
    }

    /** With few sentences for development it is on nobody's way, and once it is done the evaluation depends on it. */
    @Test
    void theGuideShowsItOnceItWasDone() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            importDevelopment(project);
            assertThat(project.work().guide().step("tune-decoding")).isEmpty();
            Artefact measured = TestProjects.make(
                    project, Operations.EVALUATE, EvaluationSettings.defaults().withRole(CorpusRole.DEVELOPMENT).withPairs(2));
            TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults());
            assertThat(project.work().guide().step("tune-decoding")).hasValueSatisfying(step ->
                    assertThat(step.state()).isEqualTo(StepStatus.State.DONE));
            assertThat(project.work().staleness(measured)).singleElement().asString().contains("It was made without learnt weights");
            TestProjects.importLines(project, folder, "more", "A cow.\tTafunast.");
            assertThat(project.work().guide().step("tune-decoding").orElseThrow().state()).isEqualTo(StepStatus.State.STALE);
        }
    }

    @Test
    void fewSentencesTeachNothing() throws Exception {
        try (Project project = TestProjects.mapped(folder)) {
            assertThatThrownBy(() -> TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults()))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("There is no text for development");
            Path file = TestProjects.file(folder, "dev", "My dog.\tAqjun-inu.");
            project.corpora().importFrom(ImportRequest.of(file).withRole(CorpusRole.DEVELOPMENT), Progress.none());
            assertThatThrownBy(() -> TestProjects.make(project, Operations.TUNE_DECODING, DecodingSettings.defaults()))
                    .isInstanceOf(InputException.class)
                    .hasMessage("Only 1 of the pairs for development can be learnt from, and at least 20 are needed; hold out more.");
            assertThat(project.artefacts().current(Slot.decoding(project.info()))).isEmpty();
        }
    }
}
