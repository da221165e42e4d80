package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A heatmap and its curves without a project: what pointer and keys ask for, and where words are. */
class HeatmapViewTest extends ApplicationTest {

    private final List<CellEdit> asked = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Cell> cursor = new SimpleObjectProperty<>(null);
    private HeatmapView heatmap;
    private LinksView links;
    private LinksPane pane;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        heatmap = new HeatmapView();
        links = new LinksView(cell -> {});
        pane = new LinksPane(links, cursor);
        heatmap.setCommands(
                new HeatmapCommands() {
                    @Override
                    public void edit(List<CellEdit> edits) {
                        asked.addAll(edits);
                    }

                    @Override
                    public void confirmAndGoOn() {}

                    @Override
                    public void nextPair() {}

                    @Override
                    public void previousPair() {}
                },
                List.of());
        links.modelProperty().bind(heatmap.modelProperty());
        pane.setPrefHeight(180);
        BorderPane root = new BorderPane(heatmap);
        root.setBottom(pane);
        stage.setScene(new Scene(root, 700, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static HeatmapModel model(List<String> sources, List<String> targets) {
        return HeatmapModel.of(
                sources,
                targets,
                ShadeMatrix.empty(sources.size(), targets.size()),
                List.of(Mark.proposed(0, 0, LinkState.SURE, 0.9f)),
                false);
    }

    private void show(HeatmapModel model) {
        interact(() -> {
            heatmap.modelProperty().set(model);
            heatmap.requestFocus();
            heatmap.getParent().applyCss();
            heatmap.getParent().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(double x, double y, MouseButton button) {
        Bounds screen = heatmap.localToScreen(heatmap.getBoundsInLocal());
        clickOn(screen.getMinX() + x, screen.getMinY() + y, button);
    }

    private Bounds word(String text) {
        Label label = links.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow();
        return label.localToScene(label.getLayoutBounds());
    }

    @Test
    void columnsAndKeysGoTheWayTheTargetSentenceIsRead() {
        show(model(List.of("my", "house"), List.of("הבית", "שלי", "יפה")).running(Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT));
        HeatmapGeometry at = heatmap.geometry();
        assertThat(at.columnX(0)).isGreaterThan(at.columnX(2));
        click(at.gridLeft() + at.cell() / 2, at.rowY(1) + at.cell() / 2, MouseButton.PRIMARY);
        assertThat(asked).containsExactly(new CellEdit(new Cell(1, 2), LinkState.SURE));
        push(KeyCode.RIGHT);
        assertThat(heatmap.selection().cursor()).isEqualTo(new Cell(1, 1));
        push(KeyCode.HOME);
        assertThat(heatmap.selection().cursor()).isEqualTo(new Cell(1, 0));
        push(KeyCode.LEFT);
        assertThat(heatmap.selection().cursor()).isEqualTo(new Cell(1, 1));
    }

    @Test
    void cellsTooSmallToPointAtAreNotEditedButComeNearer() {
        List<String> many = Collections.nCopies(90, "w");
        show(model(many, many));
        HeatmapGeometry small = heatmap.geometry();
        assertThat(small.cell()).isLessThan(HeatmapGeometry.EDITABLE);
        assertThat(heatmap.editableProperty().get()).isFalse();
        click(small.columnX(40) + small.cell() / 2, small.rowY(30) + small.cell() / 2, MouseButton.PRIMARY);
        assertThat(asked).isEmpty();
        assertThat(heatmap.selection().cursor()).isEqualTo(new Cell(30, 40));
        assertThat(heatmap.editableProperty().get()).isTrue();
        interact(heatmap::zoomToFit);
        push(KeyCode.P);
        assertThat(asked).isEmpty();
        assertThat(heatmap.editableProperty().get()).isTrue();
        push(KeyCode.P);
        assertThat(asked).containsExactly(new CellEdit(new Cell(30, 40), LinkState.POSSIBLE));
    }

    @Test
    void aRightClickOffersTheGesturesAndEditsNothingByItself() {
        show(model(List.of("my", "house"), List.of("axxam", "inu")));
        HeatmapGeometry at = heatmap.geometry();
        click(at.columnX(1) + at.cell() / 2, at.rowY(0) + at.cell() / 2, MouseButton.PRIMARY);
        asked.clear();
        click(at.columnX(1) + at.cell() / 2, at.rowY(0) + at.cell() / 2, MouseButton.SECONDARY);
        assertThat(asked).isEmpty();
        clickOn("#alignment-menu-possible");
        assertThat(asked).containsExactly(new CellEdit(new Cell(0, 1), LinkState.POSSIBLE));
    }

    @Test
    void labelsAreWholeWhereThereIsRoom() {
        String word = "lqahwatiwinamcumnin";
        show(model(List.of("a", word), List.of("b", word)));
        LabelFitter labels = new LabelFitter(heatmap.styles().font());
        HeatmapGeometry at = heatmap.geometry();
        assertThat(labels.fit(word, HeatmapPainter.columnRoom(at.top()))).isEqualTo(word);
        assertThat(labels.fit(word, at.left() - 8)).isEqualTo(word);
        for (double width = 20; width < 400; width += 0.37) {
            assertThat(HeatmapPainter.columnRoom(HeatmapPainter.columnHeight(width)) + LabelFitter.TOLERANCE)
                    .as("room that is made for a label is enough for it")
                    .isGreaterThanOrEqualTo(width);
        }
    }

    @Test
    void bothLinesOfCurvesBeginWhereTheirLanguageDoesOneAboveTheOther() {
        show(model(List.of("my", "house", "is"), List.of("הבית", "שלי", "יפה")).running(Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT));
        assertThat(word("my").getMinX()).isLessThan(word("house").getMinX());
        assertThat(word("הבית").getMinX()).isGreaterThan(word("שלי").getMaxX());
        assertThat(word("הבית").getMaxX()).as("no wider apart than the longer line").isLessThan(word("is").getMaxX() + 40);
    }

    @Test
    void curvesOfALongSentenceTakeSeveralRowsAndFollowTheCursor() {
        List<String> many = new ArrayList<>();
        for (int k = 0; k < 80; k++) {
            many.add("word" + k);
        }
        show(model(many, many).running(Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT));
        assertThat(many).allSatisfy(word -> assertThat(word(word).getMaxX()).isBetween(0.0, pane.getScene().getWidth()));
        assertThat(word("word79").getMinY()).isGreaterThan(word("word0").getMaxY() + 100);
        Bounds shown = pane.localToScene(pane.getLayoutBounds());
        interact(() -> cursor.set(new Cell(79, 79)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(word("word79").getMaxY()).isLessThanOrEqualTo(shown.getMaxY());
        interact(() -> cursor.set(new Cell(0, 0)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(word("word0").getMinY()).isGreaterThanOrEqualTo(shown.getMinY());
        interact(() -> pane.setVvalue(1)); // as wheel, drag and bar do
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(word("word0").getMinY()).isLessThan(shown.getMinY());
    }
}
