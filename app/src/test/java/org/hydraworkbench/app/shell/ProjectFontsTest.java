package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.writing.ScriptFonts;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** What the fonts of this computer mean for a project in one language or another. */
class ProjectFontsTest extends ApplicationTest {

    @TempDir
    Path folder;

    private TestBench bench;
    private Theme theme;
    private Scene scene;
    private Text text;

    @Override
    public void start(Stage stage) {
        bench = TestBench.inWindow(folder.resolve("settings"));
        theme = new Theme(bench.workbench.settings());
        new ProjectFonts(bench.workbench.project(), theme, bench.workbench.notices());
        text = new Text("שלום.");
        scene = new Scene(new VBox(text), 300, 100);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.close();
            return null;
        });
    }

    private void open(String language) throws Exception {
        Path file = folder.resolve(language + ".hydra");
        Project.create(file, "Project", "en", language).close();
        interact(() -> {
            bench.workbench.project().open(() -> Project.open(file));
        });
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> bench.workbench.project().current()
                .filter(project -> project.file().equals(file))
                .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aScriptWithoutAFontIsToldOnce() throws Exception {
        open("zkt"); // Khitan small script
        assertThat(bench.told).singleElement().asString().contains("Khitan");
        open("de");
        open("zkt-Kits");
        assertThat(bench.told).hasSize(1);
    }

    /** Few computers have a font with Syriac letters and the marks of other scripts; what is shown wrongly is told, nothing else. */
    @Test
    void aScriptThatIsShownInTheWrongOrderIsTold() throws Exception {
        open("syr");
        interact(() -> {
            String family = theme.familyProperty().get();
            boolean right = ScriptFonts.shows(family, UnicodeScript.SYRIAC) && ScriptFonts.keepsOrder(family, UnicodeScript.SYRIAC);
            assertThat(bench.told).hasSize(right ? 0 : 1).allMatch(text -> text.contains("Syriac"));
        });
    }

    @Test
    void windowsAreWrittenInAFontThatKeepsMarksBehindTheirWords() throws Exception {
        open("he");
        interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            // the shape of the full stop is as wide as a full stop, not as the letter that would stand in its place
            Text stop = new Text(".");
            stop.setFont(text.getFont());
            assertThat(Letters.last(text).getWidth()).isCloseTo(stop.getLayoutBounds().getWidth(), within(1.0));
        });
        String family = theme.familyProperty().get();
        open("de");
        assertThat(theme.familyProperty().get()).as("after “%s”", family).isEmpty();
    }
}
