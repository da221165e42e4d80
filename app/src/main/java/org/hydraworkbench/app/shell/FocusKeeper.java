package org.hydraworkbench.app.shell;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus in a place when the control that had it goes, as a button does when its job begins: JavaFX then gives it to another
 * control, without a mark, or to the first one of the window, and the next key would be meant for that.
 */
final class FocusKeeper {

    private static final FocusPath NOWHERE = FocusPath.of(null);

    private final Scene scene;
    private final Node place;
    private final Consumer<FocusPath> back;
    private FocusPath path = NOWHERE;
    private FocusPath lost = NOWHERE;
    private @Nullable Node given;

    private FocusKeeper(Scene scene, Node place, Consumer<FocusPath> back) {
        this.scene = scene;
        this.place = place;
        this.back = back;
    }

    /**
     * Begins to keep the focus of a scene.
     *
     * @param place where it is kept
     * @param back brings it to a control there; is told where it was
     */
    static void keep(Scene scene, Node place, Consumer<FocusPath> back) {
        FocusKeeper keeper = new FocusKeeper(scene, place, back);
        scene.focusOwnerProperty().addListener((property, before, now) -> keeper.moved(before, now));
    }

    private void moved(@Nullable Node before, @Nullable Node now) {
        if (now != null && Focus.isMeant(now)) {
            lost = NOWHERE;
        } else if (path.isOf(before) && isGone(before)) {
            lost = path;
            given = now;
            Platform.runLater(this::bringBack); // after the layout that the change brings about
        } else if (before == null && given == null) {
            given = now; // JavaFX may take it from one node before it gives it to another
        }
        path = now != null && Focus.isWithin(now, place) ? FocusPath.of(now) : NOWHERE;
    }

    /** Unless somebody brought it elsewhere meanwhile. */
    private void bringBack() {
        FocusPath from = lost;
        lost = NOWHERE;
        if (from != NOWHERE && scene.getFocusOwner() == given) {
            back.accept(from);
        }
        given = null;
    }

    private boolean isGone(@Nullable Node node) {
        return node == null || node.getScene() != scene || node.isDisabled() || !Focus.isShown(node);
    }
}
