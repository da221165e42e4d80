package org.hydraworkbench.app.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.writing.Wrapping;

/**
 * A page that explains a step. Its text is plain: a line that starts with {@code #} is a heading, one that starts with
 * {@code -} an item of a list, every other line a paragraph.
 */
final class ExplainView extends ScrollPane {

    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

    ExplainView(String page, List<String> facts) {
        getStyleClass().add("explain");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(Texts.get("explain"));
        VBox lines = new VBox();
        lines.getStyleClass().add("explain-page");
        if (!facts.isEmpty()) {
            VBox box = new VBox();
            box.getStyleClass().add("explain-facts");
            box.getChildren().add(label(Texts.get("explain.facts"), Styles.TEXT_BOLD));
            facts.forEach(fact -> box.getChildren().add(label(fact, "explain-text")));
            lines.getChildren().add(box);
        }
        page.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> lines.getChildren()
                .add(line(line)));
        setContent(lines);
    }

    /** Whether it lies below what it explains, and not beside it. */
    void setBelow(boolean below) {
        pseudoClassStateChanged(BELOW, below);
    }

    private static Node line(String line) {
        if (line.startsWith("#")) {
            return label(line.substring(1).strip(), Styles.TITLE_4);
        }
        if (line.startsWith("-")) {
            Label mark = new Label("•");
            mark.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            return new HBox(8, mark, label(line.substring(1).strip(), "explain-text"));
        }
        return label(line, "explain-text");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        Wrapping.on(label);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
