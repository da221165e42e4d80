package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.testing.Copies;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class AlignmentWindowTest extends ApplicationTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private TestBench bench;

    @BeforeAll
    static void make() throws Exception {
        ToyProject.make(made);
    }

    @Override
    public void start(Stage stage) throws Exception {
        Copies.copy(made, folder);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        bench = TestBench.inWindow(folder.resolve("settings"));
        AlignmentWorkspace workspace = new AlignmentWorkspace(bench.workbench);
        stage.setScene(new Scene((Parent) workspace.view(), 990, 900));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        bench.workbench.project().open(() -> Project.open(folder.resolve("toy.hydra")));
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.workbench.jobs().close();
            bench.close();
            return null;
        });
    }

    private HeatmapView heatmap() {
        return lookup("#heatmap").queryAs(HeatmapView.class);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void clickCell(Cell cell) {
        HeatmapGeometry at = heatmap().geometry();
        Bounds screen = heatmap().localToScreen(heatmap().getBoundsInLocal());
        clickOn(
                screen.getMinX() + at.columnX(cell.target()) + at.cell() / 2,
                screen.getMinY() + at.rowY(cell.source()) + at.cell() / 2);
    }

    private long changedTokens() {
        return lookup("#effect-changed").queryAs(VBox.class).getChildren().size();
    }

    @Test
    void anEditOfALinkShowsWhatItChangesAndUndoTakesItBack() throws Exception {
        until(() -> !heatmap().model().isEmpty() && heatmap().geometry().cell() > 10);
        until(() -> lookup("#effect-time").query() != null && lookup("#effect").query().isVisible());
        HeatmapModel before = heatmap().model();
        Cell wrong = new Cell(before.rows() - 1, before.links().getFirst().cell().target());
        clickCell(wrong);
        until(() -> changedTokens() > 0);
        assertThat(heatmap().model().mark(wrong)).extracting(Mark::edit).isEqualTo(LinkState.SURE);
        assertThat(lookup("#effect-time").queryAs(Label.class).getText()).endsWith(" changed");
        assertThat(lookup(".mixture-value.moved").tryQuery()).isPresent();

        interact(() -> bench.workbench.project().undo());
        until(() -> heatmap().model().equals(before));
    }

    @Test
    void keysWalkCellsMakeLinksPossibleAndConfirm() throws Exception {
        until(() -> !heatmap().model().isEmpty());
        interact(() -> heatmap().requestFocus());
        push(KeyCode.RIGHT);
        push(KeyCode.DOWN);
        assertThat(heatmap().selection().cursor()).isEqualTo(new Cell(1, 1));
        push(KeyCode.P);
        until(() -> {
            Mark mark = heatmap().model().mark(new Cell(1, 1));
            return mark != null && mark.state() == LinkState.POSSIBLE;
        });
        var first = heatmap().model().sources();
        push(KeyCode.F);
        until(() -> !heatmap().model().sources().equals(first) && !heatmap().model().isEmpty());
        push(KeyCode.PAGE_UP);
        until(() -> heatmap().model().sources().equals(first) && heatmap().model().confirmed());
    }
}
