package org.hydraworkbench.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.testing.SharedFiles;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.transfer.TransferMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private TransferViewModel model;

    @BeforeEach
    void openProject() throws Exception {
        bench = new TestBench(folder);
        model = new TransferViewModel(bench.workbench);
        bench.open(SmallProject.copyInto(folder));
    }

    @AfterEach
    void closeProject() throws Exception {
        bench.close();
    }

    private String used() {
        return model.results().stream()
                .filter(TransferState.Result::current)
                .map(TransferState.Result::method)
                .findFirst()
                .orElse("");
    }

    @Test
    void comparingMethodsReplacesNothingThatIsInUse() throws Exception {
        model.methods().clear();
        model.methods().add(TransferMethod.MEAN);
        model.methods().add(TransferMethod.COPY_OVERLAP);
        assertThat(model.runTextProperty().getValue()).isEqualTo("Compare 2 methods");
        model.run();
        bench.await(() -> model.results().size() == 3);
        assertThat(model.results())
                .extracting(TransferState.Result::method)
                .containsExactly("copy-overlap", "mean", "trans-tokenization");
        assertThat(used()).isEqualTo("trans-tokenization");
    }

    @Test
    void theResultOfOneMethodIsUsedSinceItWasAskedForByItself() throws Exception {
        model.methods().clear();
        model.methods().add(TransferMethod.MEAN);
        assertThat(model.runTextProperty().getValue()).isEqualTo("Make and use new tables");
        model.run();
        bench.await(() -> used().equals("mean"));
    }

    @Test
    void whereNothingIsInUseTransTokenizationIsWhicheverEndsLast() throws Exception {
        bench.workbench.project().undo(); // the Hydra
        bench.workbench.project().undo(); // the tables
        bench.await(() -> used().isEmpty());
        model.methods().addAll(List.of(TransferMethod.RANDOM, TransferMethod.MEAN));
        model.run();
        bench.await(() -> model.results().size() == 4 && !used().isEmpty());
        assertThat(used()).isEqualTo("trans-tokenization");
    }

    @Test
    void goesBackToAnEarlierResult() throws Exception {
        Artefact first = model.results().getFirst().artefact();
        model.methods().clear();
        model.methods().add(TransferMethod.MEAN);
        model.run();
        bench.await(() -> model.results().size() == 2);
        model.use(model.results().getLast());
        bench.await(() -> model.stateProperty().get().current().map(Artefact::id).equals(Optional.of(first.id())));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(model.missingProperty().get()).isEmpty();
        assertThat(model.canRun().get()).isTrue();
        model.methods().clear();
        assertThat(model.missingProperty().get()).contains("at least one method");
        assertThat(model.canRun().get()).isFalse();
    }

    @Test
    void measuresResultsBeforeTraining() throws Exception {
        model.methods().clear();
        model.methods().add(TransferMethod.MEAN);
        model.run();
        bench.await(() -> model.results().size() == 2);
        model.measure();
        assertThat(model.measured()).hasSize(2);
        long mean = model.results().getFirst().artefact().id();
        long mixed = model.results().getLast().artefact().id();
        // All rows the mean row: none is a token's own.
        assertThat(model.measured().get(mean).table().ownRows()).isZero();
        assertThat(model.measured().get(mixed).table().ownRows()).isGreaterThan(0.2);
        assertThat(model.measured().get(mixed).bitsPerByte()).isPositive().isFinite();
    }

    @Test
    void findsWhatANewTokenIsNearTo() {
        model.tokenProperty().set("tom");
        Neighbours found = model.neighboursProperty().get().orElseThrow();
        assertThat(found.old()).hasSize(12).isSortedAccordingTo(
                Comparator.comparingDouble(Neighbours.Neighbour::cosine).reversed());
        assertThat(found.fresh()).extracting(Neighbours.Neighbour::piece).doesNotContain(found.piece());
        model.tokenProperty().set(" ");
        assertThat(model.neighboursProperty().get()).isEmpty();
    }

    @Test
    void assemblesAHydraFromTheResultInUse() throws Exception {
        long before = model.stateProperty().get().hydra().orElseThrow().id();
        model.assemble();
        bench.await(() -> model.stateProperty().get().hydra().orElseThrow().id() != before);
    }

    @Test
    void takesInABaseModelFromAFolder() throws Exception {
        bench.dialogs.file = Optional.of(SharedFiles.require("models/house-5M"));
        model.loadBase();
        bench.await(() -> model.stateProperty().get().base().map(Artefact::name).equals(Optional.of("house-5M")));
    }
}
