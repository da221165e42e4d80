package org.hydraworkbench.app.parts;

import java.net.URL;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Duration;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Wrapping;
import org.jspecify.annotations.Nullable;

/** Makes the pieces. Texts are given as keys of {@link Texts}. */
public final class Parts {

    private static final double MOST_TIP = 420;
    private static final Duration SOON = Duration.millis(300);

    private Parts() {}

    /** Gives {@code root} the look of these pieces; once for the root of each workspace. */
    public static <P extends Parent> P dressed(P root) {
        URL url = Objects.requireNonNull(Parts.class.getResource("/org/hydraworkbench/app/parts.css"));
        root.getStylesheets().add(url.toExternalForm());
        return root;
    }

    /** A framed box with a title. */
    public static VBox card(String titleKey, Node... content) {
        VBox box = new VBox(title(titleKey));
        box.getChildren().addAll(content);
        box.getStyleClass().add("card-box");
        return box;
    }

    public static Label title(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("part-title");
        return label;
    }

    /** A quiet sentence that explains; it breaks into lines. */
    public static Label hint(String key) {
        return hintText(Texts.get(key));
    }

    /** Like {@link #hint}, with the text itself. */
    public static Label hintText(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("part-hint");
        Wrapping.on(label);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Like {@link #hint}, with a text that changes; takes no room while it is empty. */
    public static Label hint(ObservableValue<String> text) {
        Label label = hintText("");
        label.textProperty().bind(text);
        shownWhen(label, text.map(value -> !value.isEmpty()));
        return label;
    }

    /** What is told of something under the mouse, soon and in lines that are not too long. */
    public static Tooltip tip(String text) {
        Tooltip tooltip = new Tooltip(text);
        Wrapping.on(tooltip);
        tooltip.setMaxWidth(MOST_TIP);
        tooltip.setShowDelay(SOON);
        return tooltip;
    }

    /** A term; {@code key + ".hint"}, where there is one, explains it under the mouse, which a dotted line tells. */
    public static Label explained(String key) {
        Label label = new Label(Texts.get(key));
        if (Texts.has(key + ".hint")) {
            label.setTooltip(tip(Texts.get(key + ".hint")));
            label.getStyleClass().add("explained-term");
        }
        return label;
    }

    /** A number or a name under a quiet caption. */
    public static VBox figure(String captionKey, ObservableValue<String> value) {
        Label number = new Label();
        number.textProperty().bind(value);
        number.getStyleClass().add("figure-value");
        Label caption = explained(captionKey);
        caption.getStyleClass().add("figure-caption");
        caption.setLabelFor(number);
        VBox box = new VBox(number, caption);
        box.getStyleClass().add("figure");
        return box;
    }

    /** Labels on the left, controls on the right. */
    public static GridPane form() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("part-form");
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), controls);
        return grid;
    }

    /** Adds a row; the label gives the control its accessible name, and {@code key + ".hint"} its tooltip where there is one. */
    public static void row(GridPane form, String key, Control control) {
        row(form, key, control, control);
    }

    /** The same for a control that is shown as a part of something. */
    public static void row(GridPane form, String key, Control control, Node shown) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        control.setAccessibleText(Texts.get(key));
        if (Texts.has(key + ".hint")) {
            control.setTooltip(new Tooltip(Texts.get(key + ".hint")));
            label.setTooltip(control.getTooltip());
        }
        form.addRow(form.getRowCount(), label, shown);
    }

    /** Nodes beside each other. */
    public static HBox bar(Node... nodes) {
        HBox box = new HBox(nodes);
        box.getStyleClass().add("part-bar");
        return box;
    }

    /** Buttons beside each other, in lines where there is no room; their words are whole. */
    public static FlowPane buttons(Button... buttons) {
        FlowPane box = new FlowPane(8, 8, buttons);
        for (Button button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return box;
    }

    /** Gives a region its least and its usual width, in the height of its text, so that it grows with that. */
    public static <R extends Region> R wide(R region, double least, double usual) {
        region.setStyle(region.getStyle() + " -fx-min-width: " + least + "em; -fx-pref-width: " + usual + "em;");
        return region;
    }

    /** Gives a region its usual height, in the height of its text; it is no lower. */
    public static <R extends Region> R tall(R region, double usual) {
        region.setStyle(region.getStyle() + " -fx-min-height: " + usual + "em; -fx-pref-height: " + usual + "em;");
        return region;
    }

    /** Lets numbers be typed into a spinner. What is no number leaves the value as it is; JavaFX would end in an exception. */
    public static <N> void typed(Spinner<N> spinner) {
        SpinnerValueFactory<N> values = spinner.getValueFactory();
        StringConverter<N> numbers = values.getConverter();
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(N value) {
                return numbers.toString(value);
            }

            @Override
            public N fromString(String text) {
                @Nullable N typed = null;
                try {
                    typed = numbers.fromString(text);
                } catch (RuntimeException e) {
                    // is no number
                }
                if (typed == null) {
                    spinner.getEditor().setText(toString(values.getValue()));
                }
                return typed == null ? values.getValue() : typed;
            }
        });
        spinner.setEditable(true);
    }

    /** Takes all free width in a {@link #bar}. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Content below each other, that scrolls when the window is low. */
    public static ScrollPane page(Node... content) {
        VBox box = new VBox(content);
        box.getStyleClass().add("part-page");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("part-scroll");
        return scroll;
    }

    /** Shows {@code node}, and gives it room, only while {@code when}. */
    public static void shownWhen(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
