package org.hydraworkbench.app.shell;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** Keeps a dialog high enough for what it says, and on the screen with its title bar, wherever its owner is. */
final class OnScreen {

    private OnScreen() {}

    static void keep(Dialog<?> dialog) {
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, event -> {
            Window window = dialog.getDialogPane().getScene().getWindow();
            window.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> move(window));
            window.widthProperty().subscribe(() -> move(window));
            window.heightProperty().subscribe(() -> move(window));
        });
        DialogPane pane = dialog.getDialogPane();
        pane.needsLayoutProperty().subscribe(needed -> Platform.runLater(() -> grow(pane)));
    }

    /** What a dialog says while one types may need more lines than it had room for. */
    private static void grow(DialogPane pane) {
        Scene scene = pane.getScene();
        Window window = scene == null ? null : scene.getWindow(); // it may have been closed meanwhile
        if (window != null && window.isShowing() && pane.getHeight() > 0) {
            // the pane itself may be higher already, behind the lower edge of the window
            double lacking = pane.prefHeight(pane.getWidth()) - scene.getHeight();
            if (lacking > 1) {
                window.setHeight(window.getHeight() + lacking);
            }
        }
    }

    private static void move(Window window) {
        if (Double.isNaN(window.getX() + window.getY() + window.getWidth() + window.getHeight())) {
            return; // it has no place yet
        }
        Rectangle2D place = new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        Rectangle2D wanted = within(place, bounds(place));
        if (!wanted.equals(place)) {
            window.setX(wanted.getMinX());
            window.setY(wanted.getMinY());
            window.setWidth(wanted.getWidth());
            window.setHeight(wanted.getHeight());
        }
    }

    /** The screen that a place lies on, or the main one. */
    static Rectangle2D bounds(Rectangle2D place) {
        return Screen.getScreensForRectangle(place).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /** A place moved, and made smaller where need be, so that all of it lies within {@code bounds}. */
    static Rectangle2D within(Rectangle2D place, Rectangle2D bounds) {
        double width = Math.min(place.getWidth(), bounds.getWidth());
        double height = Math.min(place.getHeight(), bounds.getHeight());
        return new Rectangle2D(
                Math.clamp(place.getMinX(), bounds.getMinX(), bounds.getMaxX() - width),
                Math.clamp(place.getMinY(), bounds.getMinY(), bounds.getMaxY() - height),
                width,
                height);
    }
}
