package org.hydraworkbench.app.parts;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Regions beside each other, or below each other where there is no room for that: in a narrow window, or with large text. Beside each
 * other all are equally high; one that grows needs its least width, {@link HBox#setHgrow} says so of it, and one that does not its usual
 * width.
 */
public final class Beside extends Pane {

    private static final double GAP = 16;

    public Beside(Region... regions) {
        super(regions);
    }

    /** Regions that share the width. */
    public static Beside sharing(Region... regions) {
        Beside all = new Beside(regions);
        for (Region region : regions) {
            HBox.setHgrow(region, Priority.ALWAYS);
        }
        return all;
    }

    private static boolean grows(Node node) {
        return HBox.getHgrow(node) == Priority.ALWAYS;
    }

    private static double needed(Node node) {
        return grows(node) ? node.minWidth(-1) : node.prefWidth(-1);
    }

    private double gaps() {
        return GAP * (getManagedChildren().size() - 1);
    }

    private boolean fits(double width) {
        return getManagedChildren().stream().mapToDouble(Beside::needed).sum() + gaps() <= width;
    }

    /** The widths beside each other: what is left of the width goes in equal parts to those that grow. */
    private double width(Node node, double width) {
        double left = width - gaps();
        long growing = 0;
        double widest = 0;
        for (Node child : getManagedChildren()) {
            if (grows(child)) {
                growing++;
                widest = Math.max(widest, child.minWidth(-1));
            } else {
                left -= child.prefWidth(-1);
            }
        }
        if (!grows(node)) {
            return node.prefWidth(-1);
        }
        return snapSizeX(left / growing) >= widest ? left / growing : node.minWidth(-1) + (left - leastOfGrowing()) / growing;
    }

    private double leastOfGrowing() {
        return getManagedChildren().stream().filter(Beside::grows).mapToDouble(child -> child.minWidth(-1)).sum();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        Insets insets = getInsets();
        double narrowest = 0;
        for (Node child : getManagedChildren()) {
            narrowest = Math.max(narrowest, grows(child) ? 0 : child.minWidth(-1));
        }
        return insets.getLeft() + narrowest + insets.getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft()
                + getManagedChildren().stream().mapToDouble(child -> child.prefWidth(-1)).sum()
                + gaps()
                + insets.getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = (width < 0 ? prefWidth(-1) : width) - insets.getLeft() - insets.getRight();
        boolean beside = fits(inner);
        double height = beside ? 0 : gaps();
        for (Node child : getManagedChildren()) {
            double own = child.prefHeight(beside ? width(child, inner) : inner);
            height = beside ? Math.max(height, own) : height + own;
        }
        return insets.getTop() + height + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double inner = getWidth() - insets.getLeft() - insets.getRight();
        boolean beside = fits(inner);
        for (Node child : getManagedChildren()) {
            double width = snapSizeX(beside ? width(child, inner) : inner);
            double height = beside ? getHeight() - insets.getTop() - insets.getBottom() : child.prefHeight(inner);
            child.resizeRelocate(snapPositionX(x), snapPositionY(y), width, snapSizeY(height));
            x += beside ? width + GAP : 0;
            y += beside ? 0 : height + GAP;
        }
    }
}
