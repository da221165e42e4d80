package org.hydraworkbench.app.alignment;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import org.hydraworkbench.align.links.Cell;
import org.jspecify.annotations.Nullable;

/** The curves in a place that may be narrower than a long sentence: wheel and drag move them, and they follow the cell cursor. */
final class LinksPane extends ScrollPane {

    private static final double MARGIN = 12;

    private final LinksView links;
    private final ObservableValue<@Nullable Cell> cursor;

    LinksPane(LinksView links, ObservableValue<@Nullable Cell> cursor) {
        super(links);
        this.links = links;
        this.cursor = cursor;
        setId("links-pane");
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setPannable(true);
        setMinHeight(0);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
        cursor.subscribe(cell -> later());
        links.modelProperty().subscribe(model -> later());
        links.widthProperty().subscribe(width -> later());
        viewportBoundsProperty().subscribe(bounds -> later());
    }

    private double hidden() {
        return Math.max(0, links.getWidth() - getViewportBounds().getWidth());
    }

    private void wheel(ScrollEvent event) {
        double delta = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (hidden() > 0 && delta != 0) {
            setHvalue(Math.clamp(getHvalue() - delta / hidden(), 0, 1));
            event.consume();
        }
    }

    /** When the words have their places. */
    private void later() {
        Platform.runLater(this::follow);
    }

    /** Moves as little as is needed to show both words of the cursor's cell; the source word where they lie too far apart. */
    private void follow() {
        Cell cell = cursor.getValue();
        double room = getViewportBounds().getWidth();
        if (cell == null || hidden() <= 0 || !links.has(cell)) {
            return;
        }
        Bounds both = links.wordsOf(cell);
        Bounds shown = both.getWidth() <= room ? both : links.sourceWord(cell.source());
        double left = getHvalue() * hidden();
        double to = Math.clamp(left, shown.getMaxX() + MARGIN - room, Math.max(shown.getMaxX() + MARGIN - room, shown.getMinX() - MARGIN));
        setHvalue(Math.clamp(to / hidden(), 0, 1));
    }
}
