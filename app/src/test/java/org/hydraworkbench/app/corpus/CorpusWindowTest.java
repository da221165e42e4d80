package org.hydraworkbench.app.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class CorpusWindowTest extends ApplicationTest {

    @TempDir
    Path folder;

    private TestBench bench;

    @Override
    public void start(Stage stage) throws Exception {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "kab").close();
        bench = TestBench.inWindow(folder.resolve("settings"));
        bench.dialogs.file = Optional.of(ToyProject.corpus(folder));
        CorpusWorkspace workspace = new CorpusWorkspace(bench.workbench);
        stage.setScene(new Scene((Parent) workspace.view(), 990, 900));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        bench.workbench.project().open(() -> Project.open(file));
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.workbench.jobs().close();
            bench.close();
            return null;
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** JavaFX fails when it breaks a line of such letters itself. */
    @Test
    void aLongSentenceFromRightToLeftIsShownByItsBeginning() throws Exception {
        until(() -> bench.workbench.project().openProperty().get());
        Path file = Files.writeString(folder.resolve("long.tsv"), "A short one.\t" + "واحد ".repeat(12_000) + "\n");
        bench.workbench.project().current().orElseThrow().work().importCorpus(ImportRequest.of(file)).run(Progress.none());
        TableView<?> table = lookup("#corpus-table").queryTableView();
        until(() -> table.getItems().size() == 1);
        until(() -> {
            table.getSelectionModel().select(0);
            return lookup(".corpus-detail .sentence").queryAllAs(Sentence.class).stream()
                    .anyMatch(sentence -> sentence.getHeight() > 100 && sentence.getAccessibleText().endsWith("…"));
        });
    }

    private Optional<Tooltip> tooltip(String text) {
        return lookup("#corpus-table .table-cell").queryAllAs(TableCell.class).stream()
                .filter(cell -> text.equals(cell.getItem()))
                .map(TableCell::getTooltip)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Test
    void whatIsCutInTheListOfSentencesIsWholeUnderTheMouse() throws Exception {
        until(() -> bench.workbench.project().openProperty().get());
        String word = "a";
        String sentence = "word ".repeat(60).strip();
        Path file = Files.writeString(folder.resolve("long.tsv"), word + "\t" + sentence + "\n" + sentence + " too\t" + word + " b\n");
        bench.workbench.project().current().orElseThrow().work().importCorpus(ImportRequest.of(file)).run(Progress.none());
        until(() -> tooltip(sentence).filter(whole -> shows(whole, sentence)).isPresent() && tooltip(word).isEmpty());
    }

    private boolean shows(Tooltip whole, String sentence) {
        whole.show(lookup("#corpus-table").query().getScene().getWindow());
        boolean shown = whole.getGraphic() instanceof Sentence graphic && sentence.equals(graphic.getAccessibleText());
        whole.hide();
        return shown;
    }

    /** The order of sentences is chosen above the list. */
    @Test
    void theHeadsOfTheListDoNotLookAsIfTheySorted() throws Exception {
        TableView<?> table = lookup("#corpus-table").queryTableView();
        assertThat(table.getColumns()).isNotEmpty().allSatisfy(column -> {
            assertThat(column.isSortable()).isFalse();
            assertThat(column.getStyleClass()).contains("unsorted");
        });
    }

    /** Every stop of the Tab key is one where something can be done. */
    @Test
    void theReasonWhyAFileCannotBeImportedIsNoStopOfTheTabKey() throws Exception {
        until(() -> bench.workbench.project().openProperty().get());
        bench.dialogs.file = Optional.of(Files.writeString(folder.resolve("prose.txt"), "A dog.\n"));
        clickOn("Import a corpus…");
        until(() -> lookup("#import-problem").tryQuery().map(Node::isVisible).orElse(false));
        assertThat(lookup("#import-problem").query().isFocusTraversable()).isFalse();
        interact(() -> lookup("#import-name").query().requestFocusTraversal(TraversalDirection.PREVIOUS));
        assertThat(lookup("#import-problem").query().isFocusWithin()).isFalse();
    }

    @Test
    void aPersonImportsACorpusFindsAPairAndExcludesIt() throws Exception {
        until(() -> bench.workbench.project().openProperty().get());
        clickOn("Import a corpus…");
        until(() -> lookup("#import-start").tryQuery().map(button -> !button.isDisabled()).orElse(false));
        assertThat(lookup("#import-name").query().isFocused()).isTrue();
        push(KeyCode.ENTER);
        TableView<?> table = lookup("#corpus-table").queryTableView();
        until(() -> table.getItems().size() == ToyProject.lines().size());

        // it is clicked where it lies, so it has to lie somewhere
        until(() -> lookup("#corpus-search").query().getLayoutBounds().getWidth() > 50);
        WaitForAsyncUtils.waitForFxEvents();
        clickOn("#corpus-search");
        until(() -> lookup("#corpus-search").query().isFocused());
        write("woman sees");
        push(KeyCode.ENTER);
        // what is found while it is still typed is not what is chosen from
        long found = ToyProject.lines().stream().filter(line -> line.contains("woman") && line.contains("sees")).count();
        until(() -> table.getItems().size() == found);
        interact(() -> table.getSelectionModel().select(0));
        until(() -> !lookup("#corpus-exclude").query().isDisabled());
        clickOn("#corpus-exclude");
        until(() -> lookup("#corpus-counts").queryAs(Label.class).getText().contains("1 excluded"));
        assertThat(bench.told).isEmpty();
    }
}
