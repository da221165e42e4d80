package org.hydraworkbench.app.parts;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the panels on the two sides of a split pane as wide as they were made, whatever room the whole has meanwhile: what they gave when it
 * became narrow (the explanation beside it, a small window), they get back. The middle takes the rest.
 */
public final class SidePanels {

    private final SplitPane split;
    private final double middle;
    private double left;
    private double right;
    private boolean placing;

    /**
     * @param split of three items
     * @param left share of the whole for the left panel at first, 0 to 1
     * @param right share of the whole for the right panel at first, 0 to 1
     * @param middle share that the middle has at least
     */
    private SidePanels(SplitPane split, double left, double right, double middle) {
        this.split = split;
        this.left = left;
        this.right = right;
        this.middle = middle;
    }

    /** Keeps the panels of a split pane from now on. */
    public static void keep(SplitPane split, double left, double right, double middle) {
        SidePanels panels = new SidePanels(split, left, right, middle);
        for (Node item : split.getItems()) {
            SplitPane.setResizableWithParent(item, true);
        }
        split.setDividerPositions(left, 1 - right);
        split.widthProperty().addListener((property, before, now) -> panels.resized(before.doubleValue(), now.doubleValue()));
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> panels.dragged());
    }

    /** The shares become widths with the first layout, which is that of the whole window; from then on the widths are kept. */
    private void resized(double before, double now) {
        if (before <= 0) {
            left *= now;
            right *= now;
        }
        place(now);
    }

    private void place(double width) {
        if (width <= 0) {
            return;
        }
        double most = width * (1 - middle);
        double factor = Math.min(1, most / (left + right));
        placing = true;
        split.setDividerPositions(left * factor / width, 1 - right * factor / width);
        placing = false;
    }

    private void dragged() {
        double width = split.getWidth();
        double[] positions = split.getDividerPositions();
        double most = width * (1 - middle);
        double factor = Math.min(1, most / (left + right));
        boolean moved = Math.abs(positions[0] * width - left * factor) > 2
                || Math.abs((1 - positions[1]) * width - right * factor) > 2;
        if (!placing && moved) {
            left = positions[0] * width;
            right = (1 - positions[1]) * width;
        }
    }
}
