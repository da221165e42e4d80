package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoicesTest {

    @ParameterizedTest
    @CsvSource({
        "Kabyle, kab", "kabyle (kab), kab", "kab, kab", "KAB, kab", "Standard Something (zgh-latn), zgh-Latn",
        "zh-hant-tw, zh-Hant-TW", "grc, grc"
    })
    void namesAndTagsAreUnderstood(String text, String tag) {
        assertThat(LanguageChoices.tag(text)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "x", "no such language", "en_US!", "klingonese"})
    void otherTextIsNoLanguage(String text) {
        assertThat(LanguageChoices.tag(text)).isEmpty();
    }

    @Test
    void exactTagIsSuggestedFirst() {
        assertThat(LanguageChoices.suggest("de")).first().extracting(LanguageChoices.Choice::tag).isEqualTo("de");
    }

    @Test
    void namesThatBeginLikeTheTextAreSuggestedBeforeOthers() {
        assertThat(LanguageChoices.suggest("frisian")).isNotEmpty();
        assertThat(LanguageChoices.suggest("arm")).first().extracting(LanguageChoices.Choice::tag).isEqualTo("hy");
    }
}
