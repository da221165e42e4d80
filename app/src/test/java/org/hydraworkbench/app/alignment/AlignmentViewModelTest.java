package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.testing.Copies;
import org.hydraworkbench.app.testing.Steps;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.links.LiveEffect;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentViewModelTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private TestBench bench;
    private Project project;
    private AlignmentViewModel model;

    @BeforeAll
    static void make() throws Exception {
        ToyProject.make(made);
    }

    @BeforeEach
    void open() throws Exception {
        Copies.copy(made, folder);
        bench = new TestBench(folder.resolve("settings"));
        model = new AlignmentViewModel(bench.workbench);
        project = bench.open(folder.resolve("toy.hydra"));
        model.opened();
        bench.workbench.project().addListener(model::changed);
    }

    @AfterEach
    void close() throws HydraException {
        bench.close();
    }

    private Cell firstLink() {
        return model.modelProperty().get().links().getFirst().cell();
    }

    @Test
    void showsTheFirstPairWithItsLinksAndPosteriors() {
        HeatmapModel shown = model.modelProperty().get();
        assertThat(String.join(" ", shown.sources()) + "\t" + String.join(" ", shown.targets()))
                .isEqualTo(ToyProject.lines().getFirst());
        assertThat(shown.links()).isNotEmpty().allMatch(mark -> !mark.isEdited());
        Mark link = shown.links().getFirst();
        assertThat(shown.posteriors().at(link.cell().source(), link.cell().target())).isPositive();
    }

    @Test
    void anEditIsShownAtOnceAndStored() throws Exception {
        Cell cell = firstLink();
        model.edit(List.of(new CellEdit(cell, LinkState.REJECTED)));
        assertThat(model.modelProperty().get().mark(cell)).extracting(Mark::state).isEqualTo(LinkState.REJECTED);
        long pair = model.pairProperty().get().id();
        assertThat(project.edits().of(pair)).hasSize(1);
        bench.await(() -> model.pairProperty().get().status() == PairStatus.EDITED);
    }

    @Test
    void anEditChangesTheMappingOfItsTargetTokenAndUndoBringsItBack() throws Exception {
        HeatmapModel before = model.modelProperty().get();
        Cell right = firstLink();
        Cell wrong = new Cell(before.rows() - 1, right.target());
        model.edit(List.of(new CellEdit(wrong, LinkState.SURE)));
        bench.await(() -> !model.effect().effectProperty().get().tokens().isEmpty());
        List<TokenEffect> changes = model.effect().effectProperty().get().tokens();
        assertThat(changes).allMatch(TokenEffect::isChange);
        assertThat(model.effect().effectProperty().get().milliseconds()).isPositive();

        bench.workbench.project().undo();
        bench.await(() -> model.modelProperty().get().equals(before)
                && model.effect().effectProperty().get().milliseconds() < 0);
        TokenEffect first = changes.getFirst();
        assertThat(model.effect().effectProperty().get().tokens())
                .filteredOn(effect -> effect.id() == first.id())
                .first()
                .extracting(effect -> effect.after().describe(3))
                .isEqualTo(first.before().describe(3));
    }

    @Test
    void clearingWhatWasSaidOfLargerUnitsTakesItBack() throws Exception {
        PairRow pair = model.pairProperty().get();
        project.edits().setLink(
                pair.id(),
                new Span(0, 7),
                new Span(0, 5),
                LinkState.POSSIBLE);
        bench.await(() -> model.pairProperty().get().status() == PairStatus.EDITED);
        model.edit(List.of(new CellEdit(new Cell(0, 0), null)));
        assertThat(project.edits().of(pair.id())).isEmpty();
    }

    @Test
    void confirmingGoesOnAndStaysInTheListUntilItIsFilteredAnew() throws Exception {
        model.pairs().kindProperty().set(PairKind.UNCONFIRMED);
        PairRow first = model.pairProperty().get();
        int before = model.pairs().rows().size();
        model.confirmAndGoOn();
        assertThat(model.pairProperty().get().id()).isNotEqualTo(first.id());
        assertThat(model.pairs().rows()).hasSize(before);
        bench.await(() -> model.pairs().rows().getFirst().value().status() == PairStatus.CONFIRMED);
        model.pairs().kindProperty().set(PairKind.CONFIRMED);
        assertThat(model.pairProperty().get().id()).isEqualTo(first.id());
    }

    @Test
    void theLeastCertainPairComesFirst() {
        model.pairs().kindProperty().set(PairKind.LEAST_CERTAIN);
        float first = model.pairs().rows().get(0).value().score();
        float second = model.pairs().rows().get(1).value().score();
        assertThat(first).isLessThanOrEqualTo(second);
    }

    @Test
    void revealingAPairTakesFiltersAway() {
        PairRow tenth = model.pairs().rows().get(9).value();
        model.pairs().textProperty().set("no sentence says this");
        assertThat(model.pairProperty().get()).isNull();
        model.pairs().reveal(tenth.id());
        assertThat(model.pairProperty().get()).isNotNull().extracting(PairRow::id).isEqualTo(tenth.id());
        assertThat(model.pairs().textProperty().get()).isEmpty();
    }

    @Test
    void exportedLinksComeBackAsEdits() throws Exception {
        Path file = folder.resolve("toy.pharaoh");
        new PharaohExport(project, file).run(Progress.none());
        assertThat(Files.readAllLines(file)).hasSize(ToyProject.lines().size());
        new LinksImport(project, file).run(Progress.none());
        HeatmapModel before = model.modelProperty().get();
        bench.await(() -> model.pairProperty().get().status() == PairStatus.EDITED);
        assertThat(model.modelProperty().get().links()).hasSameSizeAs(before.links()).allMatch(Mark::isEdited);
    }

    @Test
    void pairsThatANumberedFileLeavesOutKeepTheirLinks() throws Exception {
        long pair = model.pairProperty().get().id();
        long other = project.corpora().ids(PairFilter.all().withExcluded(false), PairOrder.CORPUS)[1];
        assertThat(project.alignments().now().effective(other)).hasSizeGreaterThan(1);
        Path file = Files.writeString(folder.resolve("toy.naacl"), "2 1 1\n");
        new LinksImport(project, file).run(Progress.none());
        assertThat(project.edits().of(pair)).isEmpty();
        assertThat(project.alignments().now().effective(other))
                .filteredOn(link -> link.state() != LinkState.REJECTED)
                .singleElement()
                .matches(link -> link.source() == 0 && link.target() == 0);
    }

    private void goOn() {
        long before = model.pairProperty().get().id();
        model.nextPair();
        assertThat(model.pairProperty().get().id()).isNotEqualTo(before);
    }

    private Cell wrongCell() {
        HeatmapModel shown = model.modelProperty().get();
        return new Cell(shown.rows() - 1, shown.links().getFirst().cell().target());
    }

    private EffectViewModel.Effect effect() {
        return model.effect().effectProperty().get();
    }

    @Test
    void anEditIsReadOnceWhenTheProjectTellsOfIt() throws Exception {
        List<String> asked = new ArrayList<>();
        JobRunner counting = (JobRunner) Proxy.newProxyInstance(
                JobRunner.class.getClassLoader(), new Class<?>[] {JobRunner.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(bench.workbench.jobs(), arguments);
                });
        Workbench of = bench.workbench;
        AlignmentViewModel counted = new AlignmentViewModel(new Workbench(
                of.project(), of.steps(), counting, of.dialogs(), of.notices(), of.navigator(), of.settings(),
                of.training(), new LoadedHydra()));
        counted.opened();
        of.project().addListener(counted::changed);
        asked.clear();
        counted.edit(List.of(new CellEdit(wrongCell(), LinkState.SURE)));
        assertThat(asked).containsExactly("commandWithAnswer");
        bench.await(() -> !counted.effect().effectProperty().get().tokens().isEmpty());
        assertThat(asked).as("its links, and what they change").containsExactly("commandWithAnswer", "query", "query");
        assertThat(counted.pairProperty().get().status()).isEqualTo(PairStatus.EDITED);
        assertThat(counted.pairs().rows().getFirst().value().status()).isEqualTo(PairStatus.EDITED);
    }

    @Test
    void theEffectIsOfTheSentenceAtHandOnly() throws Exception {
        long first = model.pairProperty().get().id();
        model.edit(List.of(new CellEdit(wrongCell(), LinkState.SURE)));
        bench.await(() -> !effect().tokens().isEmpty());
        goOn();
        assertThat(effect()).isEqualTo(EffectViewModel.Effect.NONE);

        bench.workbench.project().undo();
        bench.await(() -> model.pairs().rows().getFirst().value().status() == PairStatus.MACHINE);
        assertThat(effect()).as("of another sentence").isEqualTo(EffectViewModel.Effect.NONE);
        assertThat(project.edits().of(first)).isEmpty();
    }

    @Test
    void theEffectGoesWhenAnotherAlignmentComesIntoUse() throws Exception {
        model.edit(List.of(new CellEdit(wrongCell(), LinkState.SURE)));
        bench.await(() -> !effect().tokens().isEmpty());
        new Steps(project).make(Operations.ALIGN, AlignmentSettings.defaults().withFromLinks(true));
        bench.await(() -> effect().equals(EffectViewModel.Effect.NONE));
        assertThat(model.pairProperty().get()).isNotNull();
    }

    @Test
    void itDoesNotMatterWhoAsksFirstWhatAnEditChanged() throws Exception {
        model.edit(List.of(new CellEdit(wrongCell(), LinkState.SURE)));
        try (Lease<LiveEffect> live = project.alignments().live(Progress.none()).orElseThrow()) {
            assertThat(live.get().apply(model.pairProperty().get().id()).changes()).isNotEmpty();
        }
        bench.await(() -> effect().milliseconds() > 0);
        assertThat(effect().tokens()).isNotEmpty();
    }

    @Test
    void anEditThatChangesNothingLeavesNoGestureBehind() throws Exception {
        Cell wrong = wrongCell();
        model.edit(List.of(new CellEdit(wrong, null)));
        model.edit(List.of(new CellEdit(wrong, LinkState.SURE)));
        bench.await(() -> effect().milliseconds() > 0);
        bench.workbench.project().undo();
        bench.await(() -> effect().milliseconds() < 0);
    }

    @Test
    void allCanBeAcceptedWhileThereIsSomethingToAccept() throws Exception {
        assertThat(model.acceptableBinding().get()).isTrue();
        model.acceptAll();
        assertThat(model.acceptableBinding().get()).isFalse();
        bench.await(() -> model.pairProperty().get().status() == PairStatus.EDITED);
        assertThat(model.acceptableBinding().get()).isFalse();
        bench.workbench.project().undo();
        bench.await(() -> model.acceptableBinding().get());
    }

    @Test
    void theRowsOfTheChosenWordFollowAnEdit() throws Exception {
        Cell wrong = wrongCell();
        model.chooseTarget(wrong.target());
        List<TokenEffect> before = model.effect().chosenProperty().get();
        assertThat(before).isNotEmpty();
        model.edit(List.of(new CellEdit(wrong, LinkState.SURE)));
        bench.await(() -> !model.effect().chosenProperty().get().equals(before));
    }

    @Test
    void aPairThatIsNotForTrainingIsSaidToHaveNoLinksForThatReason() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.tsv"), "the woman\ttamettut\n");
        ImportRequest kept = ImportRequest.of(file).withRole(CorpusRole.TEST);
        long corpus = project.corpora().importFrom(kept, Progress.none()).getFirst().id();
        PairRow row = project.corpora().page(PairFilter.all().withCorpus(corpus), PairOrder.CORPUS, 0, 1).getFirst();
        assertThat(LinkLine.none(row)).contains("kept for test and development");
        assertThat(LinkLine.none(model.pairProperty().get())).isEqualTo("No links.");
    }

    /** A heatmap of it would need more memory than there is, which once was all that was said. */
    @Test
    void aPairThatIsTooLongToShowSaysSoAndHidesTheOneBefore() throws Exception {
        String words = "abc ".repeat(17_500); // 70,000 characters
        Path file = Files.writeString(folder.resolve("long.tsv"), words + "\t" + words + "\n" + "a\t" + "b ".repeat(3_000) + "\n");
        long corpus = project.corpora().importFrom(ImportRequest.of(file), Progress.none()).getFirst().id();
        List<PairRow> rows = project.corpora().page(PairFilter.all().withCorpus(corpus), PairOrder.CORPUS, 0, 2);
        model.pairs().kindProperty().set(PairKind.ALL);
        model.pairs().reveal(rows.getFirst().id());
        bench.await(() -> !bench.told.isEmpty());
        assertThat(bench.told).singleElement().asString().contains("too long to show here");
        assertThat(model.modelProperty().get().sources()).isEmpty();
        model.pairs().reveal(rows.getLast().id());
        bench.await(() -> model.modelProperty().get().targets().size() >= 3_000);
    }
}
