package org.hydraworkbench.app.tokenizer;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.hydraworkbench.app.parts.Directed;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Direction;

/**
 * Tokens one after the other, coloured by word, with id and bytes under the mouse. They follow each other as the sentence is read: those of
 * words and numbers that run against it stand together, in their own order.
 */
final class ChipFlow extends FlowPane {

    private static final String NEUTRAL = "\uFFFC";
    /** More would not fit on a line. */
    private static final int LONGEST_RUN = 24;

    private static final int COLOURS = 5;
    private static final Duration SOON = Duration.millis(150);

    ChipFlow() {
        super(3, 5);
        getStyleClass().add("token-chips");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<TokenChip> chips, Direction direction) {
        Directed.set(this, direction);
        List<Node> shown = new ArrayList<>();
        List<Boolean> against = against(chips, direction);
        for (int k = 0; k < chips.size(); ) {
            int end = k + 1;
            while (end < Math.min(chips.size(), k + LONGEST_RUN) && against.get(end) && against.get(k)) {
                end++;
            }
            List<Label> labels = chips.subList(k, end).stream().map(ChipFlow::label).toList();
            shown.addAll(against.get(k) && labels.size() > 1 ? List.of(run(labels, direction.opposite())) : labels);
            k = end;
        }
        getChildren().setAll(shown);
        setAccessibleText(String.join(" | ", chips.stream().map(TokenChip::shown).toList()));
    }

    /** Which tokens run against the sentence, by the bidirectional algorithm. Single bytes run with what is around them. */
    private static List<Boolean> against(List<TokenChip> chips, Direction direction) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (TokenChip chip : chips) {
            String shown = chip.kind() == TokenChip.Kind.ORDINARY ? chip.shown() : NEUTRAL;
            boolean beginsWithSpace = shown.length() > 1 && shown.startsWith("·");
            starts.add(text.length() + (beginsWithSpace ? 1 : 0));
            text.append(shown);
        }
        boolean fromRight = direction == Direction.RIGHT_TO_LEFT;
        Bidi levels = new Bidi(text.toString(), fromRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        return starts.stream().map(start -> levels.getLevelAt(start) % 2 != (fromRight ? 1 : 0)).toList();
    }

    private HBox run(List<Label> labels, Direction direction) {
        HBox run = new HBox(getHgap());
        Directed.set(run, direction);
        run.getChildren().setAll(labels);
        return run;
    }

    private static Label label(TokenChip chip) {
        Label label = new Label(chip.shown());
        label.getStyleClass().addAll("token-chip", switch (chip.kind()) {
            case ORDINARY -> "token-word-" + chip.word() % COLOURS;
            case BYTE -> "token-byte";
            case UNKNOWN, SPECIAL -> "token-special";
        });
        Tooltip tooltip = new Tooltip(Texts.format(
                "tokenizer.chip", chip.piece(), Integer.toString(chip.id()), chip.bytes(), Texts.get("tokenizer.kind." + chip.kind())));
        tooltip.setShowDelay(SOON);
        label.setTooltip(tooltip);
        return label;
    }
}
