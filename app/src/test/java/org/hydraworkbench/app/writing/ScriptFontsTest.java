package org.hydraworkbench.app.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** What is found out of the fonts of the computer that runs the tests, which has DejaVu Sans. */
class ScriptFontsTest extends ApplicationTest {

    private static final String DEJAVU = "DejaVu Sans";

    @Override
    public void start(Stage stage) {}

    @Test
    void aFontThatHasLettersAndMarksKeepsThemInOrder() {
        interact(() -> {
            assertThat(ScriptFonts.keepsOrder(DEJAVU, UnicodeScript.ARABIC)).isTrue();
            assertThat(ScriptFonts.keepsOrder(DEJAVU, UnicodeScript.HEBREW)).isTrue();
        });
    }

    /** Its Hebrew letters come from another font, whichever that is. */
    @Test
    void aFontWithoutTheLettersMixesThemUpWithItsMarks() {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux"); // elsewhere JavaFX does not
        interact(() -> assertThat(ScriptFonts.keepsOrder("DejaVu Serif", UnicodeScript.HEBREW)).isFalse());
    }

    @Test
    void theFamilyForAScriptKeepsItsOrder() {
        interact(() -> {
            for (UnicodeScript script : List.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW)) {
                String family = ScriptFonts.family(List.of(UnicodeScript.LATIN, script));
                assertThat(ScriptFonts.keepsOrder(family, script)).as("%s in “%s”", script, family).isTrue();
            }
        });
    }

    @Test
    void theFontOfTheDesktopStaysForLatin() {
        interact(() -> assertThat(ScriptFonts.family(List.of(UnicodeScript.LATIN))).isEmpty());
    }

    @Test
    void lettersThatAreAllOneBoxAreNotShown() {
        interact(() -> {
            assertThat(ScriptFonts.shows(DEJAVU, UnicodeScript.LATIN)).isTrue();
            assertThat(ScriptFonts.shows(DEJAVU, UnicodeScript.ARABIC)).isTrue();
            // has no font, as the plane of rare scripts is looked for in the family alone
            assertThat(ScriptFonts.shows(DEJAVU, UnicodeScript.KHITAN_SMALL_SCRIPT)).isFalse();
        });
    }
}
