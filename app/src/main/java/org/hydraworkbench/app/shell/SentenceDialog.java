package org.hydraworkbench.app.shell;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.writing.SentenceArea;
import org.hydraworkbench.app.writing.Wrapping;
import org.hydraworkbench.text.Direction;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Asks for a sentence of one of the languages: a field as wide as a sentence, that runs its way. Enter is OK. */
final class SentenceDialog extends Dialog<String> {

    SentenceDialog(String title, String label, String initial, Function<String, Direction> direction) {
        setHeaderText(title);
        setGraphic(new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
        SentenceArea area = new SentenceArea(3, direction);
        TextArea field = area.field();
        field.setId("sentence");
        field.setPrefColumnCount(52);
        field.setText(initial);
        field.setAccessibleText(label);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
                setResult(field.getText());
                event.consume();
            }
        });
        Label name = new Label(label);
        name.setLabelFor(field);
        Wrapping.on(name);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.maxWidthProperty().bind(area.widthProperty());
        VBox.setVgrow(field, Priority.ALWAYS);
        VBox.setVgrow(area, Priority.ALWAYS);
        getDialogPane().setContent(new VBox(8, name, area));
        getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        // after the dialog has given the focus to its button
        setOnShown(event -> Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        }));
        setResultConverter(pressed -> pressed == ButtonType.OK ? field.getText() : null);
    }
}
