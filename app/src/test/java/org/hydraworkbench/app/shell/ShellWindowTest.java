package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ServiceLoader;
import javafx.application.Application;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.FakeDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class ShellWindowTest extends ApplicationTest {

    @TempDir
    static Path folder;

    private SettingsStore settings;

    @Override
    public void start(Stage stage) {
        settings = SettingsStore.open(folder);
        new Shell(
                stage, settings, new Theme(settings), new FakeDialogs(), ServiceLoader.load(WorkspaceProvider.class));
        stage.show();
    }

    @Test
    void showsHomeAndSaysThatNoProjectIsOpen() {
        assertThat(lookup("#workspace-home").tryQuery()).isPresent();
        assertThat(lookup("#project-name").queryAs(Labeled.class).getText()).isEqualTo("No project open");
    }

    @Test
    void paletteFindsAnActionByTypingAndDoesItWithEnter() {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write("fold");
        ListView<ActionSpec> list = lookup("#palette-list").queryListView();
        assertThat(list.getItems()).first().extracting(ActionSpec::id).isEqualTo("navigation");
        boolean before = settings.current().navigationCollapsed();
        push(KeyCode.ENTER);
        assertThat(settings.current().navigationCollapsed()).isNotEqualTo(before);
        assertThat(lookup("#palette-list").tryQuery()).isEmpty();
    }

    @Test
    void themeButtonTurnsTheWindowDarkAndLight() {
        interact(() -> settings.update(now -> now.withTheme(Settings.ThemeChoice.LIGHT)));
        String light = Application.getUserAgentStylesheet();
        clickOn("#theme");
        assertThat(settings.current().theme()).isEqualTo(Settings.ThemeChoice.DARK);
        assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(light);
    }

    @Test
    void controlPlusMakesTextLarger() {
        interact(() -> settings.update(now -> now.withTextScale(1)));
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(settings.current().textScale()).isEqualTo(1.1);
    }
}
