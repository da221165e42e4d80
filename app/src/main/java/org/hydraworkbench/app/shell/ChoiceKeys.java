package org.hydraworkbench.app.shell;

import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The Down key opens the list of a choice, as in other programs; JavaFX would go on to the control below. */
final class ChoiceKeys {

    private ChoiceKeys() {}

    /** Holds for every choice in a window, now and later. */
    static void on(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && event.getTarget() instanceof ChoiceBox<?> choice && !choice.isShowing()) {
                choice.show();
                event.consume();
            }
        });
    }
}
