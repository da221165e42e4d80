package org.hydraworkbench.app.parts;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A middle between two panels that are as wide as a person made them by dragging their inner edge. What they give while there is little room
 * (the explanation beside them, a small window) they get back; the middle takes the rest.
 */
public final class SidePanels extends Region {

    private static final double EDGE = 6;

    private final double leftShare;
    private final double rightShare;
    private final double middleShare;
    private final Region leftEdge = edge("left-edge");
    private final Region rightEdge = edge("right-edge");
    private @Nullable Region left;
    private @Nullable Region middle;
    private @Nullable Region right;
    private double leftWidth;
    private double rightWidth;

    /**
     * @param leftShare of the whole that the left panel has at first, 0 to 1
     * @param rightShare of the whole that the right panel has at first, 0 to 1
     * @param middleShare of the whole that the middle has at least, 0 to 1
     */
    public SidePanels(double leftShare, double rightShare, double middleShare) {
        this.leftShare = leftShare;
        this.rightShare = rightShare;
        this.middleShare = middleShare;
        getStyleClass().add("side-panels");
        leftEdge.setOnMouseDragged(event -> {
            leftWidth = sceneToLocal(event.getSceneX(), 0).getX();
            requestLayout();
        });
        rightEdge.setOnMouseDragged(event -> {
            rightWidth = getWidth() - sceneToLocal(event.getSceneX(), 0).getX();
            requestLayout();
        });
    }

    private static Region edge(String style) {
        Region edge = new Region();
        edge.getStyleClass().addAll("side-edge", style);
        edge.setCursor(Cursor.H_RESIZE);
        edge.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        return edge;
    }

    /** Shows these three. */
    public void show(Region leftPanel, Region middlePanel, Region rightPanel) {
        left = leftPanel;
        middle = middlePanel;
        right = rightPanel;
        getChildren().setAll(leftPanel, leftEdge, middlePanel, rightEdge, rightPanel);
    }

    /** Shows nothing, so that the three can be shown elsewhere; how wide they were is kept. */
    public void clear() {
        left = null;
        middle = null;
        right = null;
        getChildren().clear();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream().mapToDouble(child -> child.prefWidth(-1)).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(child -> child.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        Region one = left;
        Region two = middle;
        Region three = right;
        double width = getWidth();
        if (one == null || two == null || three == null || width <= 0) {
            return;
        }
        if (leftWidth <= 0 && rightWidth <= 0) {
            leftWidth = leftShare * width;
            rightWidth = rightShare * width;
        }
        double most = Math.max(0, width - 2 * EDGE - Math.max(two.minWidth(-1), middleShare * width));
        double factor = Math.min(1, most / Math.max(1, leftWidth + rightWidth));
        double from = snapPositionX(Math.max(0, leftWidth) * factor);
        double to = snapPositionX(width - Math.max(0, rightWidth) * factor);
        place(one, 0, from);
        place(leftEdge, from, from + EDGE);
        place(two, from + EDGE, to - EDGE);
        place(rightEdge, to - EDGE, to);
        place(three, to, width);
    }

    private void place(Node node, double from, double to) {
        node.resizeRelocate(from, 0, Math.max(0, to - from), getHeight());
    }
}
