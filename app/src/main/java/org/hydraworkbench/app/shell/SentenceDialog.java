package org.hydraworkbench.app.shell;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hydraworkbench.app.writing.SentenceArea;
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
        VBox.setVgrow(field, Priority.ALWAYS);
        VBox.setVgrow(area, Priority.ALWAYS);
        getDialogPane().setContent(new VBox(8, name, area));
        getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        // after the dialog has given the focus to its button
        setOnShown(event -> Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
            grow();
        }));
        // The whole text may come below the field, and is as high as it is only when it was laid out.
        area.needsLayoutProperty().subscribe(needed -> Platform.runLater(this::grow));
        setResultConverter(pressed -> pressed == ButtonType.OK ? field.getText() : null);
    }

    /** Makes the window as high as what is in it. */
    private void grow() {
        DialogPane pane = getDialogPane();
        Window window = pane.getScene() == null ? null : pane.getScene().getWindow();
        if (window != null && window.isShowing()) {
            pane.applyCss();
            pane.layout(); // the field knows its width only then
            // the pane itself may be higher already, behind the lower edge of the window
            double missing = pane.prefHeight(pane.getWidth()) - pane.getScene().getHeight();
            if (missing > 0) {
                window.setHeight(window.getHeight() + missing);
            }
        }
    }
}
