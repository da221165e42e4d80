package org.hydraworkbench.app.shell;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Wrapping;

/** The page of settings. */
final class SettingsView extends GridPane {

    private int row;

    SettingsView(SettingsViewModel model) {
        getStyleClass().add("form");
        setId("settings");

        ChoiceBox<Settings.ThemeChoice> theme = new ChoiceBox<>();
        theme.getItems().setAll(Settings.ThemeChoice.values());
        theme.setConverter(new TextConverter<>("settings.theme.", one -> one.name().toLowerCase(Locale.ROOT)));
        theme.valueProperty().bindBidirectional(model.themeProperty());
        add("settings.theme", theme);

        Slider scale = new Slider(Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT, 1);
        scale.setBlockIncrement(0.1);
        scale.valueProperty().bindBidirectional(model.textScaleProperty());
        Label percent = new Label();
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.format("settings.textScale.percent", model.textScaleProperty().get()),
                        model.textScaleProperty()));
        HBox.setHgrow(scale, Priority.ALWAYS);
        HBox scaleRow = new HBox(8, scale, percent);
        scaleRow.setAlignment(Pos.CENTER_LEFT);
        scale.setAccessibleText(Texts.get("settings.textScale"));
        add("settings.textScale", scaleRow);

        TextField author = new TextField();
        Directed.byText(author);
        author.textProperty().bindBidirectional(model.authorProperty());
        add("settings.author", author);

        Spinner<Integer> threads = new Spinner<>(0, model.cores(), model.threadsProperty().get());
        threads.valueProperty().subscribe(value -> model.threadsProperty().set(value));
        add("settings.threads", threads);

        ChoiceBox<String> device = new ChoiceBox<>();
        device.getItems().setAll(SettingsViewModel.DEVICES);
        device.setConverter(new TextConverter<>("settings.device.", one -> one));
        device.valueProperty().bindBidirectional(model.deviceProperty());
        add("settings.device", device);

        Spinner<Integer> port = new Spinner<>(0, Settings.HIGHEST_PORT, model.servicePortProperty().get());
        port.valueProperty().subscribe(value -> model.servicePortProperty().set(value));
        add("settings.port", port);
    }

    private void add(String key, Node control) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        control.setAccessibleText(Texts.get(key));
        Label hint = new Label(Texts.get(key + ".hint"));
        hint.getStyleClass().addAll("text-muted", "text-small");
        Wrapping.on(hint);
        add(label, 0, row);
        add(control, 1, row);
        add(hint, 1, row + 1);
        row += 2;
    }

    private static final class TextConverter<T> extends StringConverter<T> {
        private final String prefix;
        private final Function<T, String> key;

        TextConverter(String prefix, Function<T, String> key) {
            this.prefix = prefix;
            this.key = key;
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : Texts.get(prefix + key.apply(value));
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
        }
    }
}
