package org.hydraworkbench.app.parts;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.app.writing.Shown;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A text on one line in a table whose rows have one height: by its beginning where there is no room for more, and then whole under the
 * mouse.
 *
 * @param <R> what a row shows
 */
final class LineCell<R> extends TableCell<R, String> {

    private static final double MOST_TIP = 480;

    private final String unread;
    private final Function<String, Direction> from;
    private final Function<String, Direction> direction;
    private final Tooltip whole = new Tooltip();

    /**
     * @param unread what stands in a row whose text is not here yet
     * @param from at which side of the cell a text stands: where texts that run so begin
     * @param direction which way it runs itself
     */
    LineCell(String unread, Function<String, Direction> from, Function<String, Direction> direction) {
        this.unread = unread;
        this.from = from;
        this.direction = direction;
        whole.setOnShowing(event -> whole.setGraphic(sentence()));
        textTruncatedProperty().subscribe(cut -> setTooltip(cut && getItem() != null ? whole : null));
    }

    private Sentence sentence() {
        Sentence sentence = new Sentence(getItem(), direction.apply(getItem()));
        sentence.setMaxWidth(MOST_TIP);
        return sentence;
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty ? "" : item == null ? unread : item;
        Directed.write(this, Shown.of(text), from.apply(text), direction.apply(text));
    }
}
