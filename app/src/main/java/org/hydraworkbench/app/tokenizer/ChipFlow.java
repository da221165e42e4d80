package org.hydraworkbench.app.tokenizer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.ReadingOrder;
import org.hydraworkbench.text.Direction;

/**
 * Tokens one after the other, coloured by word, with id and bytes under the mouse. They are broken into lines and follow each other as the
 * sentence is read ({@link ReadingOrder}).
 */
final class ChipFlow extends Region {

    private static final int COLOURS = 5;
    private static final double GAP = 3;
    private static final double LINE_GAP = 5;
    private static final Duration SOON = Duration.millis(150);

    private List<Label> labels = List.of();
    private ReadingOrder order = ReadingOrder.of(List.of(), Direction.LEFT_TO_RIGHT);
    private Direction direction = Direction.LEFT_TO_RIGHT;

    ChipFlow() {
        getStyleClass().add("token-chips");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param way which way the sentence runs */
    void show(List<TokenChip> chips, Direction way) {
        direction = way;
        order = ReadingOrder.of(chips.stream().map(TokenChip::written).toList(), way);
        labels = chips.stream().map(ChipFlow::label).toList();
        for (int k = 0; k < labels.size(); k++) {
            Directed.write(labels.get(k), chips.get(k).shown(), order.direction(k));
        }
        getChildren().setAll(labels);
        setAccessibleText(String.join(" | ", chips.stream().map(TokenChip::shown).toList()));
    }

    private static Label label(TokenChip chip) {
        Label label = new Label();
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

    /** Where each line ends, in places of tokens: before one that may begin a line, or anywhere in what is wider than a line. */
    private List<Integer> ends(double room) {
        List<Integer> ends = new ArrayList<>();
        double filled = 0;
        for (int start = 0; start < labels.size(); ) {
            int end = start + 1;
            while (end < labels.size() && !order.mayBeginLine(end)) {
                end++;
            }
            if (filled > 0 && filled + width(start, end) > room) {
                ends.add(start);
                filled = 0;
            }
            for (int k = start; k < end; k++) {
                if (filled > 0 && filled + width(k, k + 1) > room) {
                    ends.add(k);
                    filled = 0;
                }
                filled += width(k, k + 1) + GAP;
            }
            start = end;
        }
        if (!labels.isEmpty()) {
            ends.add(labels.size());
        }
        return ends;
    }

    private double width(int start, int end) {
        return labels.subList(start, end).stream().mapToDouble(label -> label.prefWidth(-1) + GAP).sum() - GAP;
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
        return Math.max(0, width(0, labels.size()));
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
            List<Label> line = order.fromLeft(labels.subList(start, end), start);
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
