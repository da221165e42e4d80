package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path folder;

    @Test
    void whatWasSetHoldsAfterARestart() {
        SettingsStore.open(folder)
                .update(now -> now.withTheme(Settings.ThemeChoice.DARK)
                        .withTextScale(1.3)
                        .withAuthor("Ada")
                        .withThreads(1)
                        .withDevice("cpu")
                        .withNavigationCollapsed(true)
                        .withWindow(new Settings.WindowPlace(10, 20, 900, 600, true))
                        .withSizes("mapping.panels.0", List.of(0.25))
                        .withRecent(Path.of("a.hydra"), "Ada’s")
                        .withRecent(Path.of("b.hydra"), ""));
        Settings again = SettingsStore.open(folder).current();
        assertThat(again)
                .isEqualTo(Settings.defaults()
                        .withTheme(Settings.ThemeChoice.DARK)
                        .withTextScale(1.3)
                        .withAuthor("Ada")
                        .withThreads(1)
                        .withDevice("cpu")
                        .withNavigationCollapsed(true)
                        .withWindow(new Settings.WindowPlace(10, 20, 900, 600, true))
                        .withSizes("mapping.panels.0", List.of(0.25))
                        .withRecent(Path.of("a.hydra"), "Ada’s")
                        .withRecent(Path.of("b.hydra"), ""));
        assertThat(again.recent())
                .containsExactly(new Settings.Recent(Path.of("b.hydra"), ""), new Settings.Recent(Path.of("a.hydra"), "Ada’s"));
    }

    @Test
    void recentProjectsOfAnOlderFileHaveNoNamesYet() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{ \"recent\": [\"b.hydra\", \"a.hydra\"] }");
        assertThat(SettingsStore.open(folder).current().recent())
                .containsExactly(new Settings.Recent(Path.of("b.hydra"), ""), new Settings.Recent(Path.of("a.hydra"), ""));
    }

    @Test
    void aFileThatIsNoJsonIsSetAsideAndTold() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"dark\"");
        SettingsStore store = SettingsStore.open(folder);
        assertThat(store.current()).isEqualTo(Settings.defaults());
        assertThat(store.problem()).hasValueSatisfying(text -> assertThat(text).contains("settings.json"));
        assertThat(folder.resolve("settings.unreadable.json")).exists();
    }

    @Test
    void aValueOfTheWrongKindIsTold() throws Exception {
        for (String wrong : List.of("{\"threads\": \"many\"}", "{\"window\": {\"x\": 1}}", "{\"window\": 3}", "{\"sizes\": [1]}",
                "{\"sizes\": {\"a\": [1, null]}}", "{\"author\": 3}", "{\"theme\": \"pink\"}", "{\"recent\": [\"a\\u0000b\"]}",
                "{\"recent\": \"a\"}", "{\"textScale\": \"NaN\"}", "{\"navigationCollapsed\": 1}", "{\"threads\": 2.5}")) {
            Files.writeString(folder.resolve("settings.json"), wrong);
            assertThat(SettingsStore.open(folder).problem()).as(wrong).isPresent();
        }
    }

    @Test
    void keysOfOtherVersionsAreNoProblem() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"author\": \"Ada\", \"future\": [1, 2]}");
        SettingsStore store = SettingsStore.open(folder);
        assertThat(store.problem()).isEmpty();
        assertThat(store.current().author()).isEqualTo("Ada");
    }

    @Test
    void textStaysWithinBounds() {
        assertThat(Settings.defaults().withTextScale(9).textScale()).isEqualTo(Settings.LARGEST_TEXT);
        assertThat(Settings.defaults().withTextScale(0).textScale()).isEqualTo(Settings.SMALLEST_TEXT);
    }
}
