package org.hydraworkbench.app.alignment;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.app.writing.Directed;
import org.jspecify.annotations.Nullable;

/** Tells what is known about the cell under a resting pointer. Each text has its own label, so scripts do not mix. */
final class HeatmapTip {

    private static final Duration REST = Duration.millis(450);

    private final HeatmapView view;
    private final Tooltip tip = new Tooltip();
    private final Label source = new Label();
    private final Label target = new Label();
    private final Label state = new Label();
    private final Label posterior = new Label();
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable Cell shown;

    HeatmapTip(HeatmapView view) {
        this.view = view;
        source.setStyle("-fx-font-weight: bold;");
        target.setStyle("-fx-font-weight: bold;");
        tip.setGraphic(new VBox(2, source, target, state, posterior));
        rest.setOnFinished(event -> show());
        view.selectionProperty().subscribe(selection -> follow(selection.hover()));
        view.modelProperty().subscribe(model -> forget());
    }

    private void follow(@Nullable Cell cell) {
        if (cell == null || !cell.equals(shown)) {
            tip.hide();
            shown = cell;
            rest.stop();
            if (cell != null) {
                rest.playFromStart();
            }
        }
    }

    /** What was told is old; it is told anew when the pointer comes to another cell and back. */
    private void forget() {
        rest.stop();
        tip.hide();
    }

    private void show() {
        Cell cell = shown;
        HeatmapModel model = view.model();
        if (cell == null || view.getScene() == null || cell.source() >= model.rows() || cell.target() >= model.columns()) {
            return;
        }
        CellDescription words = CellDescription.of(model, cell);
        Directed.write(source, words.source(), model.ways().source());
        Directed.write(target, words.target(), model.ways().target());
        state.setText(words.state());
        posterior.setText(words.posterior());
        HeatmapGeometry at = view.geometry();
        Bounds screen = view.localToScreen(view.getLayoutBounds());
        tip.show(
                view,
                screen.getMinX() + at.columnX(cell.target()) + at.cell() + 6,
                screen.getMinY() + at.rowY(cell.source() + 1) + 6);
    }
}
