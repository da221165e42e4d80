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
    void showsTheFiguresOfTheModelBesideCopyingTheSource() throws Exception {
        measure();
        assertThat(model.figures()).hasSize(2);
        SystemFigures hydra = model.figures().get(0);
        assertThat(hydra.baseline()).isFalse();
        assertThat(hydra.bitsPerByte()).isPositive().isFinite();
        assertThat(model.figures().get(1).baseline()).isTrue();
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
        assertThat(model.sentences()).hasSize(4).isSortedAccordingTo(Comparator.comparingDouble(SentenceResult::chrf));
        SentenceResult one = model.sentences().getLast();
        // Files keep two decimals.
        assertThat(one.chrf()).isCloseTo(
                Chrf.chrf().sentence(one.hypothesis(), one.reference()), org.assertj.core.api.Assertions.within(0.005));
    }

    @Test
    void savesAReportInOneFile() throws Exception {
        measure();
        Path file = folder.resolve("report.html");
        bench.dialogs.file = Optional.of(file);
        model.saveHtml();
        assertThat(Files.readString(file)).contains("<svg", "chrF", model.sentences().getFirst().reference());
    }

    @Test
    void nothingCanBeSavedBeforeSomethingWasMeasured() {
        assertThat(model.canRun().get()).isTrue();
        assertThat(model.canExport().get()).isFalse();
        assertThat(model.figures()).isEqualTo(List.of());
    }
}
