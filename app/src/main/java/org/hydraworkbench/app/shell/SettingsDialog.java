package org.hydraworkbench.app.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

/** The settings, over the window; changes hold at once, so there is nothing to confirm. */
final class SettingsDialog extends Dialog<Void> {

    SettingsDialog(SettingsViewModel model) {
        setHeaderText(Texts.get("action.settings"));
        getDialogPane().setContent(new LowScroll(new SettingsView(model)));
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    }
}
