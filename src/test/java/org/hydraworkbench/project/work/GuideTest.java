package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.project.work.StepStatus.State;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Unit;
import org.hydraworkbench.transfer.TransferMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told to do next, from an empty project to a translator. */
class GuideTest {

    private static final List<String> STEPS = List.of(
            "base-model", "corpus", "tokenizer", "align", "map", "transfer", "assemble", "train", "evaluate");

    @TempDir
    Path folder;

    private Project project;

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    @Test
    void leadsFromAnEmptyProjectToATranslatorAndSaysSoOnlyThen() throws Exception {
        project = TestProjects.empty(folder);
        assertNext("base-model", State.READY, 0);
        assertThat(states()).containsExactly(
                State.READY, State.READY, State.WAITING, State.WAITING, State.WAITING, State.WAITING, State.WAITING,
                State.WAITING, State.WAITING);
        assertThat(why("tokenizer")).containsExactly("There is no text for training; import a corpus for it first.");
        assertThat(why("align")).containsExactly(
                "There is no text for training; import a corpus for it first.",
                "This needs a tokenizer for English first.",
                "This needs a tokenizer for Kabyle first.");
        assertThat(why("transfer")).containsExactly(
                "This needs a base model first.",
                "This needs a tokenizer for Kabyle first.",
                "This needs a tokenizer for English first.",
                "This needs a mapping first.");
        assertThat(why("assemble")).containsExactly("This needs a base model first.", "This needs a model with new tables first.");
        assertThat(why("evaluate")).first().isEqualTo("This needs an alignment first.");

        TestProjects.make(project, Operations.BASE_MODEL, new FolderSettings(TestModels.stories()));
        assertNext("corpus", State.READY, 1);

        importFrom("text", CorpusRole.TRAINING, "the dog\taqjun", "the cat\tamcic", "the dog barks\taqjun yesseglaf");
        assertNext("tokenizer", State.READY, 2);
        assertThat(why("align")).containsExactly("This needs a tokenizer for Kabyle first.");

        TestProjects.make(project, Operations.TOKENIZER, TokenizerSettings.ofSize(300));
        assertNext("align", State.READY, 3);

        TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults());
        assertNext("map", State.READY, 4);

        TestProjects.make(project, Operations.MAP, MappingSettings.defaults());
        assertNext("transfer", State.READY, 5);

        TestProjects.make(project, Operations.TRANSFER, TransferSettings.defaults());
        assertNext("assemble", State.READY, 6);

        TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
        assertNext("train", State.READY, 7);

        TestProjects.trained(project, Operations.TRAIN);
        assertNext("evaluate", State.WAITING, 8);
        assertThat(why("evaluate")).containsExactly("There is no text for test; hold some of the training pairs out for it, or import a corpus, first.");

        importFrom("test", CorpusRole.TEST, "the cat barks\tamcic yesseglaf");
        assertNext("evaluate", State.READY, 8);
        project.work().adopt(
                Operations.EVALUATE,
                Operations.EVALUATE.settings().write(EvaluationSettings.defaults()),
                out -> TestProjects.write(out, "figures"),
                Progress.none());
        assertThat(guide().next()).isEmpty();
        assertThat(guide().done()).isEqualTo(STEPS.size());
        assertThat(guide().isStale()).isFalse();

        goesBackToWhatAnEditMadeOutOfDate();
        goesBackToWhatATransferMadeOutOfDate();
    }

    private void goesBackToWhatAnEditMadeOutOfDate() throws Exception {
        project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
        assertNext("map", State.STALE, 4);
        assertThat(guide().isStale()).isTrue();
        assertThat(states()).containsExactly(
                State.DONE, State.DONE, State.DONE, State.DONE, State.STALE, State.STALE, State.STALE, State.STALE, State.STALE);
        project.history().undo();
        assertThat(guide().next()).isEmpty();
    }

    private void goesBackToWhatATransferMadeOutOfDate() throws Exception {
        TestProjects.make(
                project, Operations.TRANSFER, TransferSettings.defaults().withMethod(TransferMethod.COPY_OVERLAP));
        assertNext("assemble", State.STALE, 6);
        assertThat(why("assemble")).singleElement().asString().contains("the one in use is").contains("copy-overlap");
        TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
        assertNext("train", State.STALE, 7);
        assertThat(why("train")).singleElement().asString().contains("the one in use is");
    }

    /** It is a step for those who do it, and nobody else is told to. */
    @Test
    void trainingOnTextIsAStepOnceItWasDone() throws Exception {
        project = TestProjects.assembled(folder);
        assertThat(guide().step("train-text")).isEmpty();
        assertNext("train", State.READY, 7);
        TestProjects.trained(project, Operations.TRAIN_TEXT);
        assertThat(guide().step("train-text").orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(guide().steps()).extracting(StepStatus::id).containsSubsequence("transfer", "train-text", "assemble");
        assertThat(guide().next().orElseThrow().id()).as("the Hydra has the tables as they were before").isEqualTo("assemble");
    }

    @Test
    void aTokenizerFromElsewhereIsTheStepOfTheTokenizer() throws Exception {
        project = TestProjects.small(folder);
        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        TestProjects.make(project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(tokenizer, Side.TARGET));
        assertThat(guide().steps()).extracting(StepStatus::id).containsExactlyElementsOf(STEPS);
        StepStatus step = guide().step("tokenizer").orElseThrow();
        assertThat(step.state()).isEqualTo(State.DONE);
        assertThat(step.artefact()).isEqualTo(project.artefacts().current(Slot.tokenizer(project.info(), Side.TARGET)));
    }

    /** Aligning words needs no tokenizer; it is done then, and what needs one waits for it. */
    @Test
    void aligningWordsBeforeThereIsAModelDoesNotEndTheWay() throws Exception {
        project = TestProjects.small(folder);
        TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD));
        assertThat(guide().step("align").orElseThrow().state()).isEqualTo(State.DONE);
        assertNext("base-model", State.READY, 2);
        assertThat(guide().step("map").orElseThrow().state()).isEqualTo(State.WAITING);
    }

    /** It is asked after every change, however much text there is. */
    @Test
    void readsNoText() throws Exception {
        project = TestProjects.mapped(folder);
        Guide before = guide();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project.file());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE pair RENAME COLUMN source TO text_that_nobody_finds");
        }
        assertThatThrownBy(() -> project.corpora().first(CorpusRole.TRAINING, 1)).hasMessageContaining("no such column: source");
        assertThat(guide()).isEqualTo(before);
    }

    private Guide guide() throws Exception {
        return project.work().guide();
    }

    private List<State> states() throws Exception {
        return guide().steps().stream().map(StepStatus::state).toList();
    }

    private List<String> why(String step) throws Exception {
        return guide().step(step).orElseThrow().why();
    }

    private void assertNext(String step, State state, int done) throws Exception {
        Guide guide = guide();
        assertThat(guide.next().map(StepStatus::id)).hasValue(step);
        assertThat(guide.next().map(StepStatus::state)).hasValue(state);
        assertThat(guide.done()).isEqualTo(done);
        assertThat(guide.steps().stream().map(StepStatus::id).filter(id -> !id.equals("train-text")))
                .containsExactlyElementsOf(STEPS);
    }

    private void importFrom(String name, CorpusRole role, String... lines) throws Exception {
        Path file = TestProjects.file(folder, name, lines);
        project.work().importCorpus(ImportRequest.of(file).withRole(role)).run(Progress.none());
    }
}
