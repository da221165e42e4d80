package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.settings.NoSettings;
import org.hydraworkbench.project.settings.TokenizerImportSettings;
import org.hydraworkbench.project.settings.TokenizerSettings;
import org.hydraworkbench.project.settings.TransferSettings;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.Languages;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.transfer.TransferOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making again what is out of date. */
class RerunTest {

    @TempDir
    Path folder;

    private Project project;

    @AfterEach
    void close() throws Exception {
        project.close();
    }

    private Rerun rerun() throws Exception {
        return project.work().rerun(Environment.plain()).run(Progress.none());
    }

    /** The texts were forgotten, and the tokenizer silently became one of the corpora alone. */
    @Test
    void aTokenizerIsTrainedOnTheSameTextsAgain() throws Exception {
        project = TestProjects.small(folder);
        Path more = Files.writeString(folder.resolve("more.txt"), "Azul fell-awen ay imeddukal.\n".repeat(20));
        TokenizerSettings settings = TokenizerSettings.defaults()
                .withOptions(TokenizerTrainer.Options.defaults().withVocabularySize(330).withMinFrequency(1))
                .withTexts(List.of(more));
        Artefact first = TestProjects.make(project, Operations.TOKENIZER, settings);
        TestProjects.importLines(project, folder, "pairs", "The owl\tBururu");
        Rerun rerun = rerun();
        assertThat(rerun.stopped()).isEmpty();
        Artefact again = rerun.made().getFirst();
        assertThat(rerun.made()).hasSize(1);
        assertThat(again.operation()).isEqualTo("tokenizer");
        assertThat(again.id()).isGreaterThan(first.id());
        assertThat(again.settingsJson()).isEqualTo(first.settingsJson());
        assertThat(again.input("text").orElseThrow()).isEqualTo(first.input("text").orElseThrow());
        assertThat(again.input("text").orElseThrow().type()).isEqualTo(ArtefactInput.Type.FILE);
        assertThat(project.artefacts().current(again.slot())).hasValue(again);
        assertThat(Files.readString(again.file("tokenizer.json"))).contains("imeddukal");
        assertThat(project.work().guide().isStale()).isFalse();
    }

    @Test
    void aTextThatIsGoneIsNamedAndTheTokenizerStays() throws Exception {
        project = TestProjects.small(folder);
        Path more = Files.writeString(folder.resolve("more.txt"), "Azul fell-awen.\n");
        TokenizerSettings settings = TokenizerSettings.ofSize(300).withTexts(List.of(more));
        Artefact first = TestProjects.make(project, Operations.TOKENIZER, settings);
        Files.delete(more);
        TestProjects.importLines(project, folder, "pairs", "The owl\tBururu");
        assertThatThrownBy(this::rerun).isInstanceOf(InputException.class).hasMessageContaining("more.txt");
        assertThat(project.artefacts().current(first.slot())).hasValue(first);
    }

    @Test
    void anEditGoesAllTheWayToTheHydraInOrderWithTheSettingsThereWere() throws Exception {
        project = TestProjects.mapped(folder);
        TransferSettings norms = TransferSettings.defaults()
                .withOptions(TransferOptions.defaults().withSeed(5).withMatchNorms(true));
        TestProjects.make(project, Operations.TRANSFER, norms);
        TestProjects.make(project, Operations.ASSEMBLE, new NoSettings());
        assertThat(rerun()).isEqualTo(new Rerun(List.of(), java.util.Optional.empty()));
        project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
        Rerun rerun = rerun();
        assertThat(rerun.stopped()).isEmpty();
        assertThat(rerun.made())
                .extracting(Artefact::kind)
                .containsExactly(ArtefactKind.MAPPING, ArtefactKind.TRANSFER, ArtefactKind.HYDRA);
        assertThat(TransferSettings.CODEC.read(rerun.made().get(1).settingsJson(), "it")).isEqualTo(norms);
        for (Artefact made : rerun.made()) {
            assertThat(project.artefacts().current(made.slot())).hasValue(made);
            assertThat(project.work().staleness(made)).isEmpty();
        }
        assertThat(project.work().guide().next().map(StepStatus::id)).hasValue("train");
    }

    @Test
    void aHydraGetsTheTagsThatItsLanguagesHaveNow() throws Exception {
        project = TestProjects.assembled(folder);
        project.correctLanguage(Side.TARGET, Languages.ESPERANTO);
        assertThat(rerun().made()).extracting(Artefact::kind).containsExactly(ArtefactKind.HYDRA);
        Artefact hydra = project.artefacts().require(Slot.HYDRA);
        assertThat(HydraManifest.read(hydra.folder()).languages()).containsExactly(Languages.ENGLISH, Languages.ESPERANTO);
        assertThat(project.work().guide().isStale()).isFalse();
    }

    /** What was taken in cannot be made again; a person has to choose. */
    @Test
    void stopsAtWhatCannotBeMadeAgainAndSaysSo() throws Exception {
        project = TestProjects.small(folder);
        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        Artefact taken = TestProjects.make(
                project, Operations.IMPORT_TOKENIZER, TokenizerImportSettings.of(tokenizer, Side.TARGET));
        Path file = taken.file("tokenizer.json");
        Files.writeString(file, Files.readString(file) + " ");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        Rerun rerun = rerun();
        assertThat(rerun.made()).isEmpty();
        assertThat(rerun.stopped().orElseThrow())
                .startsWith("Stopped at “Tokenizer”, which cannot be made again by itself: ")
                .endsWith("was changed by hand.");
    }

    @Test
    void canBeStoppedAndLeavesWhatItHasMade() throws Exception {
        project = TestProjects.assembled(folder);
        project.edits().setLink(1, new Span(4, 7), new Span(0, 5), LinkState.SURE);
        assertThatThrownBy(() -> project.work().rerun(Environment.plain()).run(new CancelAfter(0)))
                .isInstanceOf(CancelledException.class);
        assertThat(project.work().guide().next().map(StepStatus::id)).hasValue("map");
        assertThat(rerun().made()).hasSize(3);
    }
}
