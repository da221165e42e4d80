package org.hydraworkbench.app.testing;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Where characters of a text are in the window, as the layout has them. */
public final class Letters {

    private Letters() {}

    /** The box of a part of a text, in the scene. */
    public static Bounds box(Text text, String part) {
        int start = text.getText().indexOf(part);
        if (start < 0) {
            throw new IllegalArgumentException("“" + part + "” is not in “" + text.getText() + "”");
        }
        return box(text, start, start + part.length());
    }

    /** The box of the characters from {@code start} to {@code end} (UTF-16), in the scene. */
    public static Bounds box(Text text, int start, int end) {
        Path path = new Path(text.rangeShape(start, end));
        path.setStroke(null);
        path.setFill(Color.BLACK);
        // A text is not mirrored itself; the shapes of its parts are meant for its parent, which may be.
        Bounds box = path.getLayoutBounds();
        return text.getParent().localToScene(new BoundingBox(
                box.getMinX() + text.getLayoutX(), box.getMinY() + text.getLayoutY(), box.getWidth(), box.getHeight()));
    }

    /** The box of the last character. */
    public static Bounds last(Text text) {
        return box(text, text.getText().length() - 1, text.getText().length());
    }

    /** What is written in a control: its own text, cut as it is shown. */
    public static Text in(Node control) {
        return control.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is written in " + control));
    }
}
