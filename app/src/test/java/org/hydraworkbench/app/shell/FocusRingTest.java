package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** A ring of the colour that a button is filled with is not seen where both touch. */
class FocusRingTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final ToggleButton pressed = new ToggleButton("pressed");
    private final Button primary = new Button("primary");
    private SettingsStore settings;

    @Override
    public void start(Stage stage) {
        settings = SettingsStore.open(folder);
        pressed.setSelected(true);
        primary.getStyleClass().add(Styles.ACCENT);
        Scene scene = new Scene(new HBox(40, primary, pressed, new Button("other")), 400, 200);
        new Theme(settings).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static void assertRingIsApart(ButtonBase button) {
        Focus.on(button);
        button.getScene().getRoot().applyCss();
        BorderStroke ring = button.getBorder().getStrokes().getFirst();
        for (BackgroundFill fill : button.getBackground().getFills()) {
            double gap = fill.getInsets().getTop() - ring.getInsets().getTop() - ring.getWidths().getTop();
            assertThat(gap).as("from the ring of “%s” to what it is filled with", button.getText()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void theRingOfAFilledButtonIsApartFromIt() {
        for (Settings.ThemeChoice theme : List.of(Settings.ThemeChoice.LIGHT, Settings.ThemeChoice.DARK)) {
            interact(() -> settings.update(now -> now.withTheme(theme)));
            interact(() -> assertRingIsApart(pressed));
            interact(() -> assertRingIsApart(primary));
        }
    }
}
