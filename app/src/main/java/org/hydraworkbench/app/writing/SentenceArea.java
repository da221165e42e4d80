package org.hydraworkbench.app.writing;

import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.hydraworkbench.text.Direction;

/**
 * A field for a sentence of any language, that runs its way. A text that the field cannot break into lines (see {@link Wrapping}) and that
 * is wider than it is shown as a whole below.
 */
public final class SentenceArea extends VBox {

    /** What the field has at its sides. */
    private static final double SIDES = 28;

    private final TextArea field = new TextArea();
    private final Sentence whole = new Sentence();
    private Function<String, Direction> direction;

    /** @param direction which way a text runs */
    public SentenceArea(int rows, Function<String, Direction> direction) {
        this.direction = direction;
        field.setPrefRowCount(rows);
        field.setMinHeight(USE_PREF_SIZE);
        Wrapping.on(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        whole.getStyleClass().add("whole-sentence");
        whole.setPadding(new Insets(4, SIDES / 2, 0, SIDES / 2));
        whole.managedProperty().bind(whole.visibleProperty());
        getChildren().addAll(field, whole);
        field.textProperty().subscribe(text -> show());
        field.widthProperty().subscribe(width -> show());
    }

    /** The Tab key leaves it as it leaves every other field: sentences have no tabs, and a person is not caught here. */
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            field.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /** The field itself. */
    public TextArea field() {
        return field;
    }

    /** From now on texts run that way. */
    public void setDirection(Function<String, Direction> now) {
        direction = now;
        show();
    }

    private void show() {
        String text = field.getText();
        Direction way = direction.apply(text);
        Directed.set(field, way);
        whole.show(Wrapping.isSafe(text) ? "" : text, way);
        whole.setVisible(field.getWidth() > 0 && whole.prefWidth(-1) > field.getWidth());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return field.prefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width < 0 ? prefWidth(-1) : width;
        return field.prefHeight(given) + (whole.isManaged() ? whole.prefHeight(given) : 0);
    }
}
