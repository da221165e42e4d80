package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterScriptsTest {

    @ParameterizedTest
    @CsvSource({
        "ar, Arabic", "hy, Armenian", "kab, Latin", "kab-Tfng, Tifinagh", "tt-Cyrl, Cyrillic", "tt-Latn, Latin", "en, Latin",
        "an, Latin", "zh, Han Bopomofo", "zh-Hans, Han", "sr, Cyrillic Latin", "uz, Latin Arabic Cyrillic",
        "ja, Katakana Hiragana Han", "ko, Hangul Han", "ja-Jpan, Katakana Hiragana Han", "qaa-x-mine, ''",
    })
    void aLanguageIsWrittenInTheScriptOfItsTagOrInAllThatAreKnown(String tag, String scripts) {
        assertThat(LanguageTag.of(tag).orElseThrow().scripts().stream()
                        .map(LetterScriptsTest::englishName))
                .isEqualTo(scripts.isEmpty() ? List.of() : List.of(scripts.split(" ")));
    }

    private static String englishName(UnicodeScript script) {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        try {
            return LetterScripts.displayName(script);
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void countsLettersAndNothingElse() {
        LetterScripts mixed = LetterScripts.of(List.of("Ɣer wexxam, 12!", "дом", "…"));
        assertThat(mixed.letters()).containsOnly(
                Map.entry(UnicodeScript.LATIN, 9), Map.entry(UnicodeScript.CYRILLIC, 3));
        assertThat(mixed.most()).contains(UnicodeScript.LATIN);
        assertThat(LetterScripts.of(List.of("12 – 13")).most()).isEmpty();
    }

    @Test
    void halfOfTheLettersMustBeOfTheLanguage() {
        Set<UnicodeScript> arabic = Set.of(UnicodeScript.ARABIC);
        assertThat(LetterScripts.of(List.of("أين NATO")).fit(arabic)).as("3 letters of 7").isFalse();
        assertThat(LetterScripts.of(List.of("أينن NATO")).fit(arabic)).as("4 letters of 8").isTrue();
        assertThat(LetterScripts.of(List.of("今日は寒い")).fit(LanguageTag.of("ja").orElseThrow().scripts())).isTrue();
    }

    @Test
    void withoutLettersOrKnowledgeThereIsNothingToObject() {
        assertThat(LetterScripts.of(List.of("1984")).fit(Set.of(UnicodeScript.ARABIC))).isTrue();
        assertThat(LetterScripts.of(List.of("word")).fit(Set.of())).isTrue();
    }
}
