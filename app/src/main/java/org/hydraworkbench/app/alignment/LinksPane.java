package org.hydraworkbench.app.alignment;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import org.hydraworkbench.align.links.Cell;
import org.jspecify.annotations.Nullable;

/** The curves in a place that may be lower than the rows of a long sentence: wheel and drag move them, and they follow the cell cursor. */
final class LinksPane extends ScrollPane {

    private static final double MARGIN = 8;

    private final LinksView links;
    private final ObservableValue<@Nullable Cell> cursor;

    LinksPane(LinksView links, ObservableValue<@Nullable Cell> cursor) {
        super(links);
        this.links = links;
        this.cursor = cursor;
        setId("links-pane");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPannable(true);
        setMinHeight(0);
        cursor.subscribe(cell -> later());
        links.modelProperty().subscribe(model -> later());
        links.heightProperty().subscribe(height -> later());
        viewportBoundsProperty().subscribe(bounds -> later());
    }

    /** When the words have their places. */
    private void later() {
        Platform.runLater(this::follow);
    }

    /** Moves as little as is needed to show both words of the cursor's cell; the source word where they lie too far apart. */
    private void follow() {
        Cell cell = cursor.getValue();
        double room = getViewportBounds().getHeight();
        double hidden = links.getHeight() - room;
        if (cell == null || hidden <= 0 || !links.has(cell)) {
            return;
        }
        Bounds source = links.sourceWord(cell.source());
        Bounds target = links.targetWord(cell.target());
        double top = Math.min(source.getMinY(), target.getMinY()) - MARGIN;
        double bottom = Math.max(source.getMaxY(), target.getMaxY()) + MARGIN;
        if (bottom - top > room) {
            top = source.getMinY() - MARGIN;
            bottom = source.getMaxY() + MARGIN;
        }
        double to = Math.min(top, Math.max(getVvalue() * hidden, bottom - room));
        setVvalue(Math.clamp(to / hidden, 0, 1));
    }
}
