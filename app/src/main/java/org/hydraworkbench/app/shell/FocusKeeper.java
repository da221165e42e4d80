package org.hydraworkbench.app.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus in the workspace when the control that had it goes, as a button does when its job begins: JavaFX then gives it to the first
 * control of the window, and the next key would be meant for that.
 */
final class FocusKeeper {

    private final Scene scene;
    private final Supplier<Optional<? extends Parent>> place;
    private final Runnable back;
    private boolean within;

    private FocusKeeper(Scene scene, Supplier<Optional<? extends Parent>> place, Runnable back) {
        this.scene = scene;
        this.place = place;
        this.back = back;
    }

    /**
     * Begins to keep the focus of a scene.
     *
     * @param place where it is kept
     * @param back brings it to the first control there
     */
    static void keep(Scene scene, Supplier<Optional<? extends Parent>> place, Runnable back) {
        FocusKeeper keeper = new FocusKeeper(scene, place, back);
        scene.focusOwnerProperty().addListener((property, before, now) -> keeper.moved(before, now));
    }

    private void moved(@Nullable Node before, @Nullable Node now) {
        boolean lost = within && !isWithin(now) && before != null && isGone(before);
        within = isWithin(now);
        if (lost) {
            // after the layout that the change brings about
            Platform.runLater(() -> {
                if (!isWithin(scene.getFocusOwner())) {
                    back.run();
                }
            });
        }
    }

    private boolean isWithin(@Nullable Node node) {
        Parent kept = place.get().orElse(null);
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == kept) {
                return true;
            }
        }
        return false;
    }

    private boolean isGone(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return true;
            }
        }
        return node.getScene() != scene || node.isDisabled();
    }
}
