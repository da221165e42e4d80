package org.hydraworkbench.app.tokenizer;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.hydraworkbench.app.shell.Texts;

/** Tokens one after the other, coloured by word, with id and bytes under the mouse. */
final class ChipFlow extends FlowPane {

    private static final int COLOURS = 5;
    private static final Duration SOON = Duration.millis(150);

    ChipFlow() {
        super(3, 5);
        getStyleClass().add("token-chips");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(List<TokenChip> chips) {
        getChildren().setAll(chips.stream().map(ChipFlow::label).toList());
        setAccessibleText(String.join(" | ", chips.stream().map(TokenChip::shown).toList()));
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
