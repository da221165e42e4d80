package org.hydraworkbench.app.writing;

import java.text.Bidi;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;

/**
 * Lets what is written in a control break into lines. JavaFX (seen with 24 to 26) ends in an exception when it breaks a run of text that is
 * written from right to left, and with it dies the drawing of the window; so a text with such letters keeps to its line. Whole sentences of
 * a corpus are shown by {@link Sentence}, which breaks them all.
 */
public final class Wrapping {

    private Wrapping() {}

    public static void on(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(Wrapping::isSafe).orElse(true));
    }

    public static void on(Tooltip tooltip) {
        tooltip.wrapTextProperty().bind(tooltip.textProperty().map(Wrapping::isSafe).orElse(true));
    }

    public static void on(TextArea area) {
        area.wrapTextProperty().bind(area.textProperty().map(Wrapping::isSafe).orElse(true));
    }

    /** Whether JavaFX can break a text anywhere. */
    public static boolean isSafe(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }
}
