package org.hydraworkbench.app.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** The settings, over the window; changes hold at once, so there is nothing to confirm. */
final class SettingsDialog extends Dialog<Void> {

    SettingsDialog(Window owner, Theme theme, SettingsViewModel model) {
        initOwner(owner);
        setTitle(Texts.get("action.settings"));
        setHeaderText(Texts.get("action.settings"));
        setResizable(true);
        getDialogPane().setContent(new SettingsView(model));
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        theme.dress(getDialogPane().getScene());
    }
}
