package org.hydraworkbench.app.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.StringJoiner;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.hydraworkbench.base.HydraException;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What went wrong and what to do, in a sentence; the details for a report are folded away and can be copied. */
final class ErrorDialog extends Alert {

    ErrorDialog(String what, HydraException error) {
        super(AlertType.ERROR, error.getMessage());
        setHeaderText(what);
        FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        icon.getStyleClass().add("error-icon");
        setGraphic(icon);
        TextArea area = new TextArea(details(what, error));
        area.setEditable(false);
        area.setPrefRowCount(12);
        area.setPrefColumnCount(70);
        area.setAccessibleText(Texts.get("error.details"));
        area.getStyleClass().add("details");
        getDialogPane().setExpandableContent(area);
        ButtonType copy = new ButtonType(Texts.get("error.copy"), ButtonBar.ButtonData.LEFT);
        getButtonTypes().setAll(copy, ButtonType.CLOSE);
        Node button = getDialogPane().lookupButton(copy);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details(what, error) + "\n" + stackTrace(error));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
    }

    /** What was tried, what went wrong with its causes, and on which versions. */
    static String details(String what, HydraException error) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(what);
        lines.add(error.getMessage());
        for (Throwable one = error.getCause(); one != null; one = one.getCause()) {
            lines.add("  because: " + one);
        }
        lines.add("");
        lines.add("Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        return lines.toString();
    }

    private static String stackTrace(HydraException error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
