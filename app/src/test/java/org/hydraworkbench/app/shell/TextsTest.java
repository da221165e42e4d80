package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepHasANameAndAnExplanation(Step step) {
        assertThat(Texts.get(step.titleKey())).isNotBlank();
        assertThat(Texts.get("explain." + step.id())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(WorkspaceState.Kind.class)
    void everyStateHasAName(WorkspaceState.Kind kind) {
        assertThat(Texts.get("state." + kind.name().toLowerCase(Locale.ROOT))).isNotBlank();
    }

    /** A lone apostrophe silently swallows what follows it, so texts with places to fill in use the typographic one. */
    @Test
    void textsWithPlacesToFillInHaveNoStraightApostrophes() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.hydraworkbench.app.texts");
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            if (text.contains("{0")) {
                assertThat(text).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4}))
                        .as(key)
                        .doesNotContain("{0");
            }
        }
    }

    @Test
    void numbersOfThingsReadNaturally() {
        assertThat(Texts.format("status.jobs.count", 0)).isEqualTo("No jobs");
        assertThat(Texts.format("status.jobs.count", 1)).isEqualTo("1 job running");
        assertThat(Texts.format("status.jobs.count", 2)).isEqualTo("2 jobs running");
    }

    @Test
    void whatIsWrittenFromRightToLeftIsIsolatedInTheWindowAndBareInData() {
        assertThat(Texts.format("alignment.import.job", Path.of("קובץ.txt"))).endsWith("\u2068קובץ.txt\u2069");
        assertThat(Texts.format("alignment.import.job", "links.txt")).endsWith(" links.txt");
        assertThat(Texts.data("alignment.import.job", Path.of("קובץ.txt"))).endsWith(" קובץ.txt");
    }
}
