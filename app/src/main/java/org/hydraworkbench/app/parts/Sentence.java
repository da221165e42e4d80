package org.hydraworkbench.app.parts;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hydraworkbench.app.shell.Wrapping;

/**
 * A sentence in any language, broken into lines; one that is too long to be shown by its beginning. What JavaFX could not break without
 * failing is given to it word by word.
 */
public final class Sentence extends TextFlow {

    /** A word, of which the style sheet's least width has room for as many letters, or a space: neither is broken. */
    private static final Pattern WORDS = Pattern.compile("\\S{1,24}|\\s");

    public Sentence() {
        getStyleClass().add("sentence");
    }

    public Sentence(String text) {
        this();
        show(text);
    }

    /** Shows a text in the direction of its first letter. */
    public void show(String text) {
        String shown = Shown.of(text);
        boolean leftToRight = new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        setNodeOrientation(leftToRight ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.RIGHT_TO_LEFT);
        setAccessibleText(shown);
        getChildren().setAll(parts(shown).stream().map(Sentence::text).toList());
    }

    private static List<String> parts(String text) {
        if (Wrapping.isSafe(text)) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            parts.add(words.group());
        }
        return parts;
    }

    private static Text text(String part) {
        Text text = new Text(part);
        text.getStyleClass().add("sentence-text");
        return text;
    }
}
