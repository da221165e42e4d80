package org.hydraworkbench.app.shell;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;

/** What a dialog shows: as high as its content, and where the screen is too low for that, as with large text, less, and it scrolls. */
final class LowScroll extends ScrollPane {

    /** Of the height of the screen; the rest is for the dialog's head and buttons. */
    private static final double MOST = .62;

    /** Room for the bar at the side. */
    private static final double BAR = 16;

    private final Region content;

    LowScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("part-scroll");
    }

    private static double most() {
        return MOST * Screen.getPrimary().getVisualBounds().getHeight();
    }

    private double around() {
        return snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(content.prefHeight(width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset()) + around(), most());
    }

    @Override
    protected double computePrefWidth(double height) {
        boolean scrolls = content.prefHeight(-1) + around() > most();
        return content.prefWidth(-1) + snappedLeftInset() + snappedRightInset() + (scrolls ? BAR : 0);
    }
}
