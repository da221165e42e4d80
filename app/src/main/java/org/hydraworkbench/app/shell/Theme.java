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
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/** Light or dark, as the person or the system wants it, and the size of text. Follows changes of both at once. */
final class Theme {

    private static final double NORMAL_TEXT = 14;
    private static final List<String> STYLESHEETS = List.of("controlsfx-bridge.css", "workbench.css");

    private final SettingsStore settings;
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
        ChangeListener<Settings> resize = (property, before, now) -> style(scene, now);
        // The scene keeps its listener alive, the settings do not keep the scene alive.
        scene.getProperties().put(Theme.class, resize);
        settings.currentProperty().addListener(new WeakChangeListener<>(resize));
        style(scene, settings.current());
    }

    private static void style(Scene scene, Settings settings) {
        List<String> sheets = new ArrayList<>(STYLESHEETS.stream().map(Theme::resource).toList());
        sheets.add(textStyle(textSize(settings)));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** The size of text in pixels. */
    static double textSize(Settings settings) {
        return NORMAL_TEXT * settings.textScale();
    }

    private static String textStyle(double text) {
        String css = String.format(
                Locale.ROOT,
                """
                .root { -fx-font-size: %.2fpx; }
                .popover { -fx-font-size: %.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .state-badge .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .empty-state > .ikonli-font-icon { -fx-icon-size: %.0fpx; }
                .home-picture { -fx-icon-size: %.0fpx; -fx-icon-color: -color-accent-fg; }
                """,
                text,
                text,
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
