package org.hydraworkbench.app.alignment;

import atlantafx.base.theme.Styles;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;

/** All keys and gestures of the heatmap, a line each. */
final class KeysDialog extends Dialog<ButtonType> {

    KeysDialog() {
        setHeaderText(Texts.get("alignment.keys.title"));
        GridPane lines = Parts.form();
        Texts.get("alignment.keys").lines().forEach(line -> {
            String[] parts = line.split("\\|", 2);
            Label keys = new Label(parts[0].strip());
            keys.getStyleClass().add(Styles.TEXT_BOLD);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label meaning = new Label(parts[1].strip());
            meaning.setMinWidth(Region.USE_PREF_SIZE);
            lines.addRow(lines.getRowCount(), keys, meaning);
        });
        getDialogPane().setId("alignment-keys-list");
        getDialogPane().setContent(Parts.dressed(lines));
        getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    }
}
