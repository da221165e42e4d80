package org.hydraworkbench.app.writing;

import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;

/** Lets nodes run the way of the text in them: where it begins, where its full stop and its ellipsis stand. */
public final class Directed {

    private static final String LEFT_TO_RIGHT_MARK = "\u200E";
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private Directed() {}

    /** The same direction for JavaFX. */
    public static NodeOrientation of(Direction direction) {
        return switch (direction) {
            case LEFT_TO_RIGHT -> NodeOrientation.LEFT_TO_RIGHT;
            case RIGHT_TO_LEFT -> NodeOrientation.RIGHT_TO_LEFT;
        };
    }

    /** Lets a node, and what is in it, run this way. */
    public static void set(Node node, Direction direction) {
        node.setNodeOrientation(of(direction));
    }

    /** Writes a text into a label that runs this way. */
    public static void write(Labeled label, String text, Direction direction) {
        label.setText(written(text, direction));
        set(label, direction);
    }

    /**
     * A text as it is to be given to a node that runs this way. JavaFX (seen with 26) lets the first letter decide where the node runs from
     * left to right, and orders in a label only a text with a letter that runs from right to left: one of digits and punctuation would have
     * its full stop at the wrong side. A mark before such a text says how it runs; marks are in the fonts, isolates are not in all.
     */
    static String written(String text, Direction direction) {
        return switch (direction) {
            case LEFT_TO_RIGHT -> Direction.of(text) == direction ? text : LEFT_TO_RIGHT_MARK + text;
            case RIGHT_TO_LEFT -> text.isEmpty() || direction.isIn(text) ? text : RIGHT_TO_LEFT_MARK + text;
        };
    }

    /** Lets a field run the way of what is typed into it. */
    public static void byText(TextInputControl field, Function<String, Direction> direction) {
        field.textProperty().subscribe(text -> set(field, direction.apply(text)));
    }

    /** Which way texts in a language run that is known by its tag. */
    public static Function<String, Direction> language(String tag) {
        return LanguageTag.of(tag).<Function<String, Direction>>map(language -> language::direction).orElse(Direction::of);
    }

    /** The same for a field in which any language may be typed: the first letter decides. */
    public static void byText(TextInputControl field) {
        byText(field, Direction::of);
    }
}
