package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.testing.Copies;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.links.AlignmentDifference;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AligningTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final List<UnitChoices> offered = new ArrayList<>();
    private TestBench bench;
    private Aligning aligning;

    @BeforeAll
    static void make() throws Exception {
        ToyProject.make(made);
    }

    @BeforeEach
    void open() throws Exception {
        bench = new TestBench(folder.resolve("settings"));
        aligning = new Aligning(bench.workbench);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private Project empty() throws Exception {
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "kab").close();
        return bench.open(file);
    }

    private Project toy() throws Exception {
        Copies.copy(made, folder);
        return bench.open(folder.resolve("toy.hydra"));
    }

    private Optional<AlignmentSettings> choose(UnitChoices units, Unit unit) {
        offered.add(units);
        return Optional.of(AlignmentSettings.defaults().withUnit(unit));
    }

    private static Artefact current(Project project) throws HydraException {
        return project.artefacts().current(Slot.alignment(project.info())).orElseThrow();
    }

    @Test
    void unitsOfTokensAreShownWithWhatTheyLackAndAreNotReplacedByWords() throws Exception {
        Project project = empty();
        project.corpora().importFrom(ImportRequest.of(ToyProject.corpus(folder)), Progress.none());
        aligning.ask(units -> choose(units, Unit.UNIT));
        UnitChoices units = offered.getFirst();
        assertThat(units.allows(Unit.WORD)).isTrue();
        assertThat(units.allows(Unit.GIVEN)).isTrue();
        assertThat(units.lacking(Unit.UNIT)).contains("tokenizer for English", "tokenizer for Kabyle");
        assertThat(units.lacking(Unit.TOKEN)).isEqualTo(units.lacking(Unit.UNIT));
        assertThat(bench.told).as("starting is refused with the same sentence").contains(units.lacking(Unit.UNIT));
        assertThat(project.artefacts().list(ArtefactKind.ALIGNMENT)).isEmpty();
        aligning.ask(choices -> choose(choices, Unit.WORD));
        assertThat(project.artefacts().list(ArtefactKind.ALIGNMENT)).hasSize(1);
    }

    @Test
    void thereIsNothingToAlignWithoutTextAndNothingToGoOnFromWithoutLinks() throws Exception {
        Project project = empty();
        assertThat(aligning.possibleBinding().get()).isFalse();
        project.corpora().importFrom(ImportRequest.of(ToyProject.corpus(folder)), Progress.none());
        bench.await(() -> aligning.possibleBinding().get());
        assertThat(aligning.againPossibleBinding().get()).isFalse();
        aligning.ask(units -> choose(units, Unit.WORD));
        bench.await(() -> aligning.againPossibleBinding().get());
    }

    @Test
    void whatAPersonAskedForIsUsedAlsoWhenThereWasAnAlignment() throws Exception {
        Project project = toy();
        Artefact before = current(project);
        aligning.ask(units -> choose(units, Unit.UNIT));
        assertThat(offered.getFirst().lacking().values()).allMatch(String::isEmpty);
        assertThat(current(project).id()).isNotEqualTo(before.id());
    }

    @Test
    void whoeverCancelsAlignsNothing() throws Exception {
        Project project = toy();
        aligning.ask(units -> Optional.empty());
        assertThat(project.artefacts().list(ArtefactKind.ALIGNMENT)).hasSize(1);
    }

    @Test
    void aligningAgainTellsWhatChanged() throws Exception {
        Project project = toy();
        Artefact before = current(project);
        for (long pair : project.corpora().search("loves", 5)) {
            PairView view = project.alignments().now().view(pair);
            EffectiveLink link = view.links().getFirst();
            project.edits().setLink(
                    pair,
                    view.source().segments().get(link.source()).span(),
                    view.target().segments().get(link.target()).span(),
                    LinkState.REJECTED);
        }
        aligning.again();
        AlignmentDifference difference = project.alignments().difference(before, current(project)).orElseThrow();
        assertThat(difference.changed()).isGreaterThanOrEqualTo(5);
        assertThat(bench.told).anySatisfy(text -> assertThat(text)
                .startsWith("Aligned again: " + difference.changed() + " sentences have other links (of 120)")
                .contains(difference.removed() + " went"));
    }

    @Test
    void aligningAgainWithoutEditsSaysThatNothingChangedOrHowMuch() throws Exception {
        Project project = toy();
        Artefact before = current(project);
        aligning.again();
        AlignmentDifference difference = project.alignments().difference(before, current(project)).orElseThrow();
        String count = difference.changed() == 0 ? "no sentence has" : difference.changed() == 1 ? "one sentence has" : difference.changed() + " sentences have";
        assertThat(bench.told).anyMatch(text -> text.startsWith("Aligned again: " + count));
    }
}
