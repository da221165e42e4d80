package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Unit;
import org.hydraworkbench.transfer.TransferMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkTest {

    @TempDir
    Path folder;

    private Project project;

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    static List<Operation<?>> operations() {
        return Operations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    <S> void askedForBeforeWhatItNeedsAStepSaysSoAndLeavesNothing(Operation<S> operation) throws Exception {
        project = TestProjects.empty(folder);
        S settings = project.work().defaults(operation);
        assertThatThrownBy(() -> TestProjects.make(project, operation, settings))
                .isInstanceOf(InputException.class)
                .message()
                .matches("(This needs|There is no|Which) .*[.]")
                .hasLineCount(1);
        List<String> missing = project.work().missing(operation, settings);
        assertThat(missing).allMatch(sentence -> sentence.endsWith("."));
        for (ArtefactKind kind : ArtefactKind.values()) {
            assertThat(project.artefacts().list(kind)).isEmpty();
        }
        if (Files.exists(project.files())) {
            assertThat(project.files()).isEmptyDirectory();
        }
        assertThat(project.history().undoName()).isEmpty();
        assertThat(project.work().unfinished()).isEmpty();
        assertThat(project.jobs().list(10))
                .as("what cannot begin is no job; one that fails is recorded as failed")
                .hasSize(missing.isEmpty() ? 1 : 0)
                .allMatch(job -> job.state() == JobRecord.State.FAILED);
    }

    @Test
    void whatIsLackingIsNamedOneByOne() throws Exception {
        project = TestProjects.small(folder);
        assertThat(project.work().missing(Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD))).isEmpty();
        assertThatThrownBy(() -> TestProjects.make(project, Operations.ALIGN, AlignmentSettings.defaults().withFromLinks(true)))
                .isInstanceOf(InputException.class)
                .hasMessage("This needs a tokenizer for English first. This needs a tokenizer for Kabyle first."
                        + " This needs an alignment to go on from.");
    }

    @Test
    void thereIsNothingToDoWhenAllPairsAreExcluded() throws Exception {
        project = TestProjects.create(folder, "dog\taqjun", "cat\tamcic");
        project.corpora().exclude(
                project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 10).stream().map(pair -> pair.id()).toList(), true);
        AlignmentSettings words = AlignmentSettings.defaults().withUnit(Unit.WORD);
        assertThatThrownBy(() -> TestProjects.make(project, Operations.ALIGN, words))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("excluded");
        assertThat(project.artefacts().list(ArtefactKind.ALIGNMENT)).isEmpty();
        assertThat(project.files()).isEmptyDirectory();
        assertThat(project.jobs().list(1).getFirst().state()).isEqualTo(JobRecord.State.FAILED);
    }

    /** The last method to finish must not win: choosing is a person's act. */
    @Test
    void tryingOtherMethodsDoesNotChangeWhatIsInUse() throws Exception {
        project = TestProjects.mapped(folder);
        Artefact first = transfer(TransferMethod.TRANS_TOKENIZATION, Use.IF_NONE);
        assertThat(tables()).as("there was none").hasValue(first);
        Optional<String> last = project.history().undoName();
        Artefact mean = transfer(TransferMethod.MEAN, Use.IF_NONE);
        Artefact random = transfer(TransferMethod.RANDOM, Use.IF_NONE);
        assertThat(tables()).hasValue(first);
        assertThat(project.history().undoName()).isEqualTo(last);
        assertThat(project.artefacts().list(ArtefactKind.TRANSFER)).containsExactly(random, mean, first);
        assertThat(project.work().staleness(random)).isEmpty();
        project.artefacts().use(mean);
        assertThat(tables()).hasValue(mean);
        assertThat(transfer(TransferMethod.RANDOM, Use.ALWAYS)).isEqualTo(tables().orElseThrow());
    }

    private Artefact transfer(TransferMethod method, Use use) throws Exception {
        return project.work()
                .job(Operations.TRANSFER, TransferSettings.defaults().withMethod(method), use, Environment.plain())
                .run(Progress.none());
    }

    private Optional<Artefact> tables() throws Exception {
        return project.artefacts().current(Slot.transfer(project.info()));
    }

    /** Hours of training on tables that were made anew meanwhile were lost, and an edit never came in. */
    @Test
    void aHydraThatIsOlderThanItsTablesIsNotTrained() throws Exception {
        project = TestProjects.assembled(folder);
        Artefact hydra = project.artefacts().hydra().orElseThrow();
        assertThat(project.work().missing(Operations.TRAIN, TrainingSettings.defaults())).isEmpty();
        Artefact before = tables().orElseThrow();
        Artefact tables = transfer(TransferMethod.COPY_OVERLAP, Use.ALWAYS);
        int jobs = project.jobs().list(100).size();
        assertThatThrownBy(() -> TestProjects.make(project, Operations.TRAIN, TrainingSettings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessage("“%s” is older than what it is made of: It was made with “%s”; the one in use is “%s”."
                                .formatted(hydra.name(), before.name(), tables.name())
                        + " Make it again first.");
        assertThat(project.jobs().list(100)).hasSize(jobs);
        project.history().undo();
        assertThat(project.work().missing(Operations.TRAIN, TrainingSettings.defaults())).isEmpty();
    }

    /** It names its heads by tag, so nothing would find the tuned one's. */
    @Test
    void aHydraWithFormerTagsIsNotTrained() throws Exception {
        project = TestProjects.assembled(folder);
        Artefact hydra = project.artefacts().hydra().orElseThrow();
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        assertThat(project.work().missing(Operations.TRAIN, TrainingSettings.defaults()))
                .containsExactly(
                        "“%s” is older than what it is made of: The languages have other tags now: en eo instead of en kab."
                                        .formatted(hydra.name())
                                + " Make it again first.");
        TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
        assertThat(project.work().missing(Operations.TRAIN, TrainingSettings.defaults())).isEmpty();
    }

    /** Tables that were tuned on text take the place of those that the transfer made. */
    @Test
    void aHydraThatIsOlderThanTablesTunedOnTextIsNotTrained() throws Exception {
        project = TestProjects.assembled(folder);
        Artefact tuned = TestProjects.trained(project, Operations.TRAIN_TEXT);
        assertThat(project.work().missing(Operations.TRAIN, TrainingSettings.defaults()))
                .singleElement()
                .asString()
                .contains("is older than what it is made of")
                .contains("“%s”".formatted(tuned.name()));
    }

    @Test
    void tablesThatAreOlderThanTheirMappingAreNotTrainedOnText() throws Exception {
        project = TestProjects.mapped(folder);
        transfer(TransferMethod.TRANS_TOKENIZATION, Use.ALWAYS);
        TestProjects.make(project, Operations.MAP, project.work().usual(Operations.MAP).withMinCount(1));
        assertThatThrownBy(() -> TestProjects.make(project, Operations.TRAIN_TEXT, TrainingSettings.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is older than what it is made of");
    }

    @Test
    void theUsualSettingsAreThoseOfWhatIsInUse() throws Exception {
        project = TestProjects.small(folder);
        assertThat(project.work().usual(Operations.ALIGN)).isEqualTo(AlignmentSettings.defaults());
        AlignmentSettings words = AlignmentSettings.defaults().withUnit(Unit.WORD);
        AlignmentSettings two = words.withOptions(words.options().withPasses(2));
        TestProjects.make(project, Operations.ALIGN, two);
        assertThat(project.work().usual(Operations.ALIGN)).isEqualTo(two);
        project.history().undo();
        assertThat(project.work().usual(Operations.ALIGN)).isEqualTo(AlignmentSettings.defaults());

        TokenizerSettings proposed = project.work().defaults(Operations.TOKENIZER);
        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        TestProjects.make(project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(tokenizer, Side.TARGET));
        assertThat(project.work().usual(Operations.TOKENIZER)).as("one from elsewhere has none").isEqualTo(proposed);
    }

    /** Training further what is tuned is chosen for a run; the next begins anew again. */
    @Test
    void whereARunBeganIsNoUsualSetting() throws Exception {
        project = TestProjects.assembled(folder);
        TestProjects.trained(project, Operations.TRAIN);
        TrainingSettings further = TrainingSettings.defaults().with(options -> options.withSteps(3)).withStart(TrainingSettings.Start.TUNED);
        project.work().adopt(
                Operations.TRAIN,
                Operations.TRAIN.settings().write(further),
                out -> TestProjects.write(out, "tuned further"),
                Progress.none());
        assertThat(project.work().usual(Operations.TRAIN)).isEqualTo(further.withStart(TrainingSettings.Start.FRESH));
    }

    @Test
    void aJobOfStoredSettingsIsTheSameJobAndBadOnesAreRefusedBeforeItBegins() throws Exception {
        project = TestProjects.small(folder);
        JsonObject settings = JsonParser.parseString("{\"version\":2,\"unit\":\"word\",\"passes\":2}").getAsJsonObject();
        var job = project.work().job(Operations.find("align").orElseThrow(), settings, Environment.plain());
        assertThat(job.title()).isEqualTo("Align the corpora");
        Artefact made = job.run(Progress.none());
        assertThat(project.artefacts().current(Slot.alignment(project.info()))).hasValue(made);
        assertThat(AlignmentSettings.CODEC.read(made.settingsJson(), "it").options().passes()).isEqualTo(2);
        JobRecord record = project.jobs().list(1).getFirst();
        assertThat(record.kind()).isEqualTo("align");
        assertThat(record.artefactId()).isEqualTo(made.id());
        settings.addProperty("passes", "two");
        assertThatThrownBy(() -> project.work().job(Operations.ALIGN, settings, Environment.plain()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("passes: ");
    }

    @Test
    void whatIsTakenInSaysWhatItIsMadeFrom() throws Exception {
        project = TestProjects.assembled(folder);
        Artefact tuned = TestProjects.trained(project, Operations.TRAIN);
        assertThat(tuned.slot()).isEqualTo(Slot.TUNED_HYDRA);
        assertThat(tuned.inputs()).extracting(ArtefactInput::use).containsExactly("hydra", "train", "synthetic");
        assertThat(project.artefacts().hydra()).hasValue(tuned);
        assertThat(project.work().staleness(tuned)).isEmpty();
    }

    @Test
    void aRunThatEndedEarlyCanBeGivenUpAndNothingOfItStays() throws Exception {
        project = TestProjects.small(folder);
        Path kept = endEarly("training-1");
        JobRecord unfinished = project.work().unfinished().getFirst();
        assertThat(unfinished.state()).isEqualTo(JobRecord.State.CANCELLED);
        reopen();
        assertThat(kept).as("what can be gone on with survives the next opening").isDirectory();
        assertThat(project.work().unfinished()).hasSize(1);
        project.work().discard(project.work().unfinished().getFirst());
        assertThat(kept).doesNotExist();
        assertThat(project.work().unfinished()).isEmpty();
        assertThat(unfinished.folder()).isEqualTo("training-1");
    }

    @Test
    void aRunWhoseFolderIsGoneIsNotGoneOnWith() throws Exception {
        project = TestProjects.small(folder);
        Folders.delete(endEarly("training-1"));
        JobRecord unfinished = project.work().unfinished().getFirst();
        assertThatThrownBy(() -> project.work().resume(unfinished, Environment.plain()).run(Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("begin a new one");
    }

    /** What a run leaves that is stopped half-way; its folder. */
    private Path endEarly(String name) throws Exception {
        Path kept = project.files().resolve(name);
        JsonObject order = new Order(
                        "train",
                        TrainingSettings.CODEC.write(TrainingSettings.defaults()),
                        Use.ALWAYS,
                        List.of(ArtefactInput.state(ArtefactInput.Type.CORPORA, "train", "")))
                .json();
        assertThatThrownBy(() -> project.jobs().record("train", "Train 300 steps", order, (entry, progress) -> {
                    entry.worksIn(name);
                    Folders.create(kept);
                    throw new CancelledException();
                }, Progress.none()))
                .isInstanceOf(CancelledException.class);
        return kept;
    }

    private void reopen() throws Exception {
        project.close();
        project = Project.open(folder.resolve("test.hydra"));
    }
}
