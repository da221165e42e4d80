package org.hydraworkbench.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/** Light or dark, as the person or the system wants it, the size of text and its font. Follows changes of them at once. */
final class Theme {

    private static final double NORMAL_TEXT = 14;
    private static final List<String> STYLESHEETS = List.of("controlsfx-bridge.css", "workbench.css");

    private final SettingsStore settings;
    private final StringProperty family = new SimpleStringProperty("");
    private final ChangeListener<Object> listener = (property, before, now) -> applyTheme();

    Theme(SettingsStore settings) {
        this.settings = settings;
        settings.currentProperty().addListener(listener);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(listener));
        applyTheme();
    }

    /** Whether the window is dark now. */
    boolean isDark() {
        return switch (settings.current().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void applyTheme() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Gives a window's scene our style sheets, and keeps the size of its text as set. */
    void dress(Scene scene) {
        ChangeListener<Object> resize = (property, before, now) -> style(scene);
        // The scene keeps its listener alive, the settings do not keep the scene alive.
        scene.getProperties().put(Theme.class, resize);
        settings.currentProperty().addListener(new WeakChangeListener<>(resize));
        family.addListener(new WeakChangeListener<>(resize));
        style(scene);
    }

    /** The family of fonts in which windows are written, empty for that of the desktop. */
    StringProperty familyProperty() {
        return family;
    }

    private void style(Scene scene) {
        List<String> sheets = new ArrayList<>(STYLESHEETS.stream().map(Theme::resource).toList());
        sheets.add(textStyle(textSize(settings.current()), family.get()));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** The size of text in pixels. */
    static double textSize(Settings settings) {
        return NORMAL_TEXT * settings.textScale();
    }

    private static String textStyle(double text, String family) {
        String font = family.isEmpty() ? "" : " -fx-font-family: \"" + family + "\";";
        String css = String.format(
                Locale.ROOT,
                """
                .root { -fx-font-size: %.2fpx;%s }
                .popover { -fx-font-size: %.2fpx;%s }
                .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .state-badge .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .empty-state > .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .home-picture { -fx-icon-size: %.0fpx; -fx-icon-color: -color-accent-fg; }
                """,
                text,
                font,
                text,
                font,
                text * 1.3,
                text * 1.1,
                text * 4,
                text * 2.2);
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
    }

    private static String resource(String name) {
        URL url = Objects.requireNonNull(Theme.class.getResource("/org/hydraworkbench/app/" + name), name);
        return url.toExternalForm();
    }
}
