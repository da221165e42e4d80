package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of actions in a window: those that work everywhere, and those of the workspace in view. */
final class Accelerators {

    private final Scene scene;
    private final List<KeyCombination> local = new ArrayList<>();
    private List<ActionSpec> global = List.of();

    Accelerators(Scene scene) {
        this.scene = scene;
    }

    void setGlobal(List<ActionSpec> actions) {
        global = List.copyOf(actions);
        put(global);
    }

    /** Replaces the keys of the workspace; a workspace may take a key that otherwise means something everywhere. */
    void setLocal(List<ActionSpec> actions) {
        local.forEach(scene.getAccelerators()::remove);
        local.clear();
        put(global);
        for (ActionSpec action : actions) {
            if (action.accelerator() != null) {
                local.add(action.accelerator());
            }
        }
        put(actions);
    }

    private void put(List<ActionSpec> actions) {
        for (ActionSpec action : actions) {
            KeyCombination keys = action.accelerator();
            if (keys != null) {
                scene.getAccelerators().put(keys, () -> run(action, keys));
                also(keys, action);
            }
        }
    }

    /** The plus key is written in several ways on keyboards, and numbers have a block of their own. */
    private void also(KeyCombination keys, ActionSpec action) {
        if (keys.equals(KeyCombination.valueOf("Shortcut+Plus"))) {
            scene.getAccelerators().put(shortcut(KeyCode.EQUALS), action::run);
            scene.getAccelerators().put(shortcut(KeyCode.ADD), action::run);
            scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Shift+Equals"), action::run);
        } else if (keys.equals(KeyCombination.valueOf("Shortcut+Minus"))) {
            scene.getAccelerators().put(shortcut(KeyCode.SUBTRACT), action::run);
        } else if (keys.equals(KeyCombination.valueOf("Shortcut+0"))) {
            scene.getAccelerators().put(shortcut(KeyCode.NUMPAD0), action::run);
        }
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** A key without Ctrl, Alt or Meta belongs to the text field while one is being typed into. */
    private void run(ActionSpec action, KeyCombination keys) {
        boolean plain = keys.getControl() != KeyCombination.ModifierValue.DOWN
                && keys.getAlt() != KeyCombination.ModifierValue.DOWN
                && keys.getMeta() != KeyCombination.ModifierValue.DOWN
                && keys.getShortcut() != KeyCombination.ModifierValue.DOWN
                && !(keys instanceof KeyCodeCombination code && code.getCode().isFunctionKey());
        if (!plain || !(scene.getFocusOwner() instanceof TextInputControl)) {
            action.run();
        }
    }
}
