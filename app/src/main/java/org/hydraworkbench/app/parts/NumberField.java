package org.hydraworkbench.app.parts;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.writing.Wrapping;

/**
 * A number to type, with what is wrong with it below. Every key stroke counts: what stands there is the value, and what is no
 * number is NaN, so that nothing else than what is seen is ever used. The arrow keys change it by a step.
 */
public final class NumberField extends VBox {

    private final TextField field = new TextField();
    private boolean typing;

    /**
     * @param value what is typed, NaN where it is no number
     * @param problem a sentence on what is wrong, empty when nothing is
     * @param step what an arrow key adds or takes away
     */
    public NumberField(DoubleProperty value, ObservableValue<String> problem, double step) {
        super(2);
        field.setPrefColumnCount(8);
        Label wrong = new Label();
        wrong.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        Wrapping.on(wrong);
        wrong.setStyle("-fx-max-width: 16em;");
        wrong.textProperty().bind(problem);
        Parts.shownWhen(wrong, problem.map(text -> !text.isEmpty()));
        problem.subscribe(text -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty()));
        field.setText(text(value.get()));
        field.textProperty().subscribe(text -> {
            typing = true;
            value.set(number(text));
            typing = false;
        });
        value.subscribe(number -> {
            if (!typing) {
                field.setText(text(number.doubleValue()));
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            double sign = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
            if (sign != 0 && !Double.isNaN(value.get())) {
                value.set(Math.max(0, value.get() + sign * step));
                event.consume();
            }
        });
        getChildren().addAll(field, wrong);
    }

    /** Where the number is typed. */
    public TextField field() {
        return field;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }
}
