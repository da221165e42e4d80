package org.hydraworkbench.app.parts;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hydraworkbench.app.shell.Wrapping;

/**
 * A sentence in any language, broken into lines; one that is too long to be shown by its beginning. What JavaFX could not break without
 * failing is laid out here, word by word; words in a row that run against the sentence stay together in one line.
 */
public final class Sentence extends StackPane {

    /** A word with the spaces after it; a very long one in parts. */
    private static final Pattern WORDS = Pattern.compile("\\S{1,24}\\s*|\\s+");

    public Sentence() {
        getStyleClass().add("sentence");
        setAlignment(Pos.TOP_LEFT);
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
        if (Wrapping.isSafe(shown)) {
            getChildren().setAll(new TextFlow(text(shown)));
        } else {
            FlowPane words = new FlowPane();
            words(shown, leftToRight).forEach(word -> words.getChildren().add(text(word)));
            getChildren().setAll(words);
        }
    }

    private static List<String> words(String text, boolean leftToRight) {
        List<String> words = new ArrayList<>();
        boolean against = false;
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            boolean now = leftToRight ? !Wrapping.isSafe(word) : runsFromLeft(word);
            if (now && against) {
                words.addLast(words.removeLast() + word);
            } else {
                words.add(word);
            }
            against = now;
        }
        return words;
    }

    private static boolean runsFromLeft(String word) {
        return word.codePoints().anyMatch(point -> Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    private static Text text(String part) {
        Text text = new Text(part);
        text.getStyleClass().add("sentence-text");
        return text;
    }
}
