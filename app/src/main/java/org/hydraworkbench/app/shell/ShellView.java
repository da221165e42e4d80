package org.hydraworkbench.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The layout of the window: bar, navigation, the workspace in view with its notices, status, and the palette above all. */
final class ShellView extends StackPane {

    private final Map<Step, WorkspaceFrame> frames = new EnumMap<>(Step.class);
    private final Function<Step, WorkspaceFrame> makeFrame;
    private final BorderPane layout = new BorderPane();
    private final StackPane content = new StackPane();
    private final PaletteViewModel paletteModel = new PaletteViewModel();
    private final PaletteView palette = new PaletteView(paletteModel, this::closePalette);
    private @Nullable WorkspaceFrame shown;
    private @Nullable Node focusBefore;

    /** @param makeFrame makes a workspace when it is shown for the first time */
    ShellView(Function<Step, WorkspaceFrame> makeFrame) {
        this.makeFrame = makeFrame;
        getStyleClass().add("shell");
        content.getStyleClass().add("shell-content");
        getChildren().add(layout);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::focusMoved);
    }

    /** The palette goes when the focus does, as when a key does something in the window below it. */
    private void focusMoved(@Nullable Node now) {
        if (now == null || !getChildren().contains(palette)) {
            return;
        }
        if (!Focus.isWithin(now, palette)) {
            getChildren().remove(palette);
        }
    }

    /** Where workspaces appear; the notices wrap it. */
    Node content() {
        return content;
    }

    void arrange(Node top, Node navigation, Node center, Node status) {
        layout.setTop(top);
        layout.setLeft(navigation);
        layout.setCenter(center);
        layout.setBottom(status);
    }

    /** Whether the focus is in the workspace in view, or nowhere, so that it has to go where the next one is. */
    boolean isFocusFree() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner == null || owner.getScene() == null || content.isFocusWithin();
    }

    /** A workspace, made if need be. */
    WorkspaceFrame frame(Step step) {
        return frames.computeIfAbsent(step, makeFrame);
    }

    /** Brings the workspace into view, making it if need be. */
    WorkspaceFrame show(ShellViewModel.Place place) {
        WorkspaceFrame frame = frame(place.step());
        WorkspaceFrame before = shown;
        if (frame != before) {
            if (before != null) {
                before.workspace().hidden();
            }
            content.getChildren().setAll(frame);
            shown = frame;
            frame.workspace().shown();
        }
        Target target = place.target();
        if (target != null && !(target instanceof Target.Action)) {
            frame.workspace().reveal(target);
        }
        return frame;
    }

    /** Drops all workspaces: another project is open, and nothing of the one before is to be seen. */
    void forgetWorkspaces() {
        frames.clear();
        content.getChildren().clear();
        shown = null;
    }

    Optional<WorkspaceFrame> shown() {
        return Optional.ofNullable(shown);
    }

    void openPalette(List<ActionSpec> actions) {
        if (getChildren().contains(palette)) {
            return;
        }
        focusBefore = getScene().getFocusOwner();
        paletteModel.open(actions);
        getChildren().add(palette);
        palette.focus();
    }

    /** Adds actions to the palette, if that is still open. */
    void addToPalette(List<ActionSpec> more) {
        if (getChildren().contains(palette)) {
            paletteModel.add(more);
        }
    }

    private void closePalette() {
        getChildren().remove(palette);
        Node before = focusBefore;
        if (before != null && !Focus.on(before)) {
            before.requestFocus();
        }
    }
}
