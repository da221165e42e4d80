package org.hydraworkbench.app.parts;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A text in a table whose rows are as high as they need: in as many lines as it takes, whichever way it runs.
 *
 * @param <R> what a row shows
 */
final class LinesCell<R> extends TableCell<R, String> {

    private final Function<String, Direction> from;
    private final Function<String, Direction> direction;
    private final Sentence sentence = new Sentence();

    /**
     * @param from at which side of the cell a text stands: where texts that run so begin
     * @param direction which way it runs itself
     */
    LinesCell(Function<String, Direction> from, Function<String, Direction> direction) {
        this.from = from;
        this.direction = direction;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add("text-lines");
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty || item == null ? "" : item;
        setText(text); // it is read aloud, not seen
        Directed.set(this, from.apply(text));
        sentence.show(text, direction.apply(text));
        setGraphic(text.isEmpty() ? null : sentence);
    }

    private double room(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    /** A row asks for the height without saying how wide its column is. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double lines = sentence.prefHeight(room(width < 0 ? getTableColumn().getWidth() : width));
        return snappedTopInset() + lines + snappedBottomInset();
    }

    /** A label would give the text all its width, so that one that runs the other way began at the other side. */
    @Override
    protected void layoutChildren() {
        double width = Math.min(room(getWidth()), sentence.prefWidth(-1));
        double height = sentence.prefHeight(width);
        sentence.resizeRelocate(snappedLeftInset(), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
