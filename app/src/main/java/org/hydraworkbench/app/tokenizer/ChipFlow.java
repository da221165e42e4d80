package org.hydraworkbench.app.tokenizer;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.hydraworkbench.app.parts.Directed;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Direction;

/**
 * Tokens one after the other, coloured by word, with id and bytes under the mouse. They are broken into lines and follow each other as the
 * sentence is read, by the bidirectional algorithm: those of words and numbers that run against it keep their own order.
 */
final class ChipFlow extends Region {

    private static final String NEUTRAL = "\uFFFC";
    private static final int COLOURS = 5;
    private static final double GAP = 3;
    private static final double LINE_GAP = 5;
    private static final Duration SOON = Duration.millis(150);

    private List<Label> labels = List.of();
    private byte[] levels = {};
    private Direction direction = Direction.LEFT_TO_RIGHT;

    ChipFlow() {
        getStyleClass().add("token-chips");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param way which way the sentence runs */
    void show(List<TokenChip> chips, Direction way) {
        direction = way;
        levels = levels(chips, way);
        labels = chips.stream().map(ChipFlow::label).toList();
        for (int k = 0; k < levels.length; k++) {
            Directed.set(labels.get(k), levels[k] % 2 == 1 ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT);
        }
        getChildren().setAll(labels);
        setAccessibleText(String.join(" | ", chips.stream().map(TokenChip::shown).toList()));
    }

    /** How deep each token lies in runs of either way; an odd number runs from right to left. Single bytes run with what is around them. */
    private static byte[] levels(List<TokenChip> chips, Direction way) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[chips.size()];
        for (int k = 0; k < starts.length; k++) {
            TokenChip chip = chips.get(k);
            String shown = chip.kind() == TokenChip.Kind.ORDINARY ? chip.shown() : NEUTRAL;
            boolean beginsWithSpace = shown.length() > 1 && shown.startsWith("·");
            starts[k] = text.length() + (beginsWithSpace ? 1 : 0);
            text.append(shown);
        }
        Bidi bidi = new Bidi(
                text.toString(), way == Direction.RIGHT_TO_LEFT ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] found = new byte[starts.length];
        for (int k = 0; k < starts.length; k++) {
            found[k] = (byte) bidi.getLevelAt(starts[k]);
        }
        return found;
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

    /** Where each line ends, in places of tokens. */
    private List<Integer> ends(double room) {
        List<Integer> ends = new ArrayList<>();
        double filled = 0;
        for (int k = 0; k < labels.size(); k++) {
            double width = labels.get(k).prefWidth(-1);
            if (filled > 0 && filled + width > room) {
                ends.add(k);
                filled = 0;
            }
            filled += width + GAP;
        }
        if (!labels.isEmpty()) {
            ends.add(labels.size());
        }
        return ends;
    }

    private double lineHeight() {
        return labels.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return labels.stream().mapToDouble(label -> label.prefWidth(-1) + GAP).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        int lines = ends(width < 0 ? Double.MAX_VALUE : width).size();
        return lines * lineHeight() + Math.max(0, lines - 1) * LINE_GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        int start = 0;
        for (int end : ends(getWidth())) {
            Label[] line = labels.subList(start, end).toArray(Label[]::new);
            Bidi.reorderVisually(levels, start, line, 0, line.length);
            double length = -GAP;
            for (Label label : line) {
                length += label.prefWidth(-1) + GAP;
            }
            double x = direction == Direction.RIGHT_TO_LEFT ? Math.max(0, getWidth() - length) : 0;
            for (Label label : line) {
                label.resizeRelocate(x, y, label.prefWidth(-1), lineHeight());
                x += label.prefWidth(-1) + GAP;
            }
            y += lineHeight() + LINE_GAP;
            start = end;
        }
    }
}
