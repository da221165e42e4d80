package org.hydraworkbench.app.writing;

import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Isolates;
import org.hydraworkbench.text.LanguageTag;

/** Lets nodes run the way of the text in them: where it begins, where its full stop and its ellipsis stand. */
public final class Directed {

    private static final Pattern INKLESS = Pattern.compile("[\\x{200C}\\x{200F}\\x{061C}]");
    private static final String HAIR_SPACE = "\u200A";

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

    /**
     * Writes a text into a label that runs this way. JavaFX (seen with 26) remembers of a text without letters from right to left that it
     * runs from left to right, wherever it is written, its full stop at the wrong side; so such a text is isolated in a label that does.
     */
    public static void write(Labeled label, String text, Direction direction) {
        write(label, text, direction, direction);
    }

    /** The same where texts begin at one side, whichever way this one runs: in a column, for instance. */
    public static void write(Labeled label, String text, Direction from, Direction direction) {
        boolean alone = direction == Direction.RIGHT_TO_LEFT && !text.isEmpty() && !direction.isIn(text);
        Direction way = alone ? Direction.LEFT_TO_RIGHT : direction;
        set(label, way);
        label.setAlignment(way == from ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        label.setText(alone ? Isolates.of(text, direction) : written(text, direction));
    }

    /**
     * A text as it is to be given to a node that runs this way: JavaFX lets the first letter decide where the node runs from left to right.
     * It has as many characters as the text, between the isolates if there are any.
     */
    static String written(String text, Direction direction) {
        String drawn = drawn(text);
        return direction == Direction.LEFT_TO_RIGHT && Direction.of(text) != direction ? Isolates.of(drawn, direction) : drawn;
    }

    /**
     * A text as it can be drawn: on Linux JavaFX (seen with 26) draws a box for a character without ink among letters from right to left.
     * The non-joiner, as in Persian, and the marks of direction give way to the thinnest of spaces, which parts letters as well.
     */
    public static String drawn(String text) {
        return INKLESS.matcher(text).replaceAll(HAIR_SPACE);
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
