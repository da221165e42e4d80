package org.hydraworkbench.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private EvaluateViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = new TestBench(folder);
        model = new EvaluateViewModel(bench.workbench);
        bench.open(SmallProject.copyInto(folder));
        model.pairsProperty().set(4);
        model.maxTokensProperty().set(8);
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    private void measure() throws Exception {
        model.run();
        bench.await(() -> !model.figures().isEmpty());
    }

    @Test
    void everySystemOfTheProjectHasARowFloorsMarkedAsSuch() throws Exception {
        measure();
        assertThat(model.figures()).extracting(SystemFigures::system).containsExactly(MeasuredSystem.values());
        assertThat(model.figures().getFirst().name()).contains("floor");
        assertThat(model.figures().getLast().name()).doesNotContain("floor");
        assertThat(model.figures().getLast().scores().chrf().p()).isBetween(0.0, 1.0);
        assertThat(model.runs()).singleElement().satisfies(run -> assertThat(run.bitsPerByte()).isPositive().isFinite());
        assertThat(model.factsProperty().getValue()).contains("sentences measured", "bits for each byte", "tokens");
    }

    @Test
    void theNewestRunIsShownUntilAnotherIsSelected() throws Exception {
        measure();
        model.pairsProperty().set(3);
        model.run();
        bench.await(() -> model.runs().size() == 2);
        assertThat(model.shownProperty().get()).isEqualTo(model.runs().getFirst());
        assertThat(model.shownProperty().get().battery().sentences()).isEqualTo(3);
        model.selectedProperty().set(model.runs().getLast());
        assertThat(model.shownProperty().get().battery().sentences()).isEqualTo(4);
        bench.await(() -> model.sentences().rows().size() == 4);
    }

    /** The project has pairs for test and none for development. */
    @Test
    void withoutPairsOfTheChosenRoleNothingCanBeMeasuredAndItIsSaidWhy() {
        assertThat(model.canRun().get()).isTrue();
        assertThat(model.missingProperty().getValue()).isEmpty();
        model.purposeProperty().set(CorpusRole.DEVELOPMENT);
        assertThat(model.canRun().get()).isFalse();
        assertThat(model.missingProperty().getValue()).contains("development");
    }

    @Test
    void whatWasChosenIsThereWhenTheProjectIsOpenedAgain() throws Exception {
        model.beamsProperty().set(3);
        model.purposeProperty().set(CorpusRole.DEVELOPMENT);
        Path file = bench.workbench.project().current().orElseThrow().file();
        bench.workbench.project().leave();
        EvaluateViewModel again = new EvaluateViewModel(bench.workbench);
        bench.open(file);
        bench.await(() -> again.pairsProperty().get() == 4);
        assertThat(again.beamsProperty().get()).isEqualTo(3);
        assertThat(again.maxTokensProperty().get()).isEqualTo(8);
        assertThat(again.purposeProperty().get()).isEqualTo(CorpusRole.DEVELOPMENT);
    }

    @Test
    void theWorstSentencesComeFirstAndTheirFiguresAreTheirOwn() throws Exception {
        measure();
        bench.await(() -> !model.sentences().rows().isEmpty());
        assertThat(model.sentences().systemProperty().get()).isEqualTo(MeasuredSystem.EVERYTHING);
        assertThat(model.sentences().rows()).hasSize(4).isSortedAccordingTo(Comparator.comparingDouble(SentenceResult::chrf));
        SentenceResult one = model.sentences().rows().getLast();
        assertThat(one.chrf()).isEqualTo(Chrf.chrf().sentence(one.hypothesis(), one.reference()));
        assertThat(one.difference()).isNaN();
    }

    @Test
    void twoSystemsAreComparedSentenceBySentenceAndAsAWhole() throws Exception {
        measure();
        model.sentences().systemProperty().set(MeasuredSystem.PHRASES);
        model.sentences().comparedProperty().set(MeasuredSystem.COPYING);
        bench.await(() -> !model.sentences().differenceProperty().getValue().isEmpty());
        assertThat(model.sentences().differenceProperty().getValue()).contains("chrF", "BLEU", "p ");
        assertThat(model.sentences().rows()).isSortedAccordingTo(Comparator.comparingDouble(SentenceResult::difference))
                .allSatisfy(row -> assertThat(row.other()).isEqualTo(row.source()));
        model.sentences().comparedProperty().set(null);
        bench.await(() -> model.sentences().differenceProperty().getValue().isEmpty());
        assertThat(model.sentences().rows()).allSatisfy(row -> assertThat(row.other()).isNull());
    }

    @Test
    void theSentenceThatIsLookedAtShowsWhichWordsAreAnswered() throws Exception {
        measure();
        bench.await(() -> !model.sentences().rows().isEmpty());
        model.sentences().selectedProperty().set(model.sentences().rows().getLast());
        bench.await(() -> !model.sentences().linksProperty().getValue().isEmpty());
        assertThat(model.sentences().linksProperty().getValue()).contains("Reference: ", " – ");
        model.sentences().selectedProperty().set(null);
        assertThat(model.sentences().linksProperty().getValue()).isEmpty();
    }

    @Test
    void savesAReportInOneFile() throws Exception {
        measure();
        bench.await(() -> !model.sentences().rows().isEmpty());
        Path file = folder.resolve("report.html");
        bench.dialogs.file = Optional.of(file);
        model.saveHtml();
        assertThat(Files.readString(file)).contains("<svg", "chrF", model.sentences().rows().getFirst().reference());
    }

    @Test
    void nothingCanBeSavedBeforeSomethingWasMeasured() {
        assertThat(model.canRun().get()).isTrue();
        assertThat(model.canExport().get()).isFalse();
        assertThat(model.figures()).isEqualTo(List.of());
    }
}
