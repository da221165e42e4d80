package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.align.tables.IndexedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting a text, its capitals and its spaces. */
class TextFormTest {

    private static final List<String> TEXT = List.of(
            "Tom fell-ak, (axxam) n wass-a.", "Yella Tom: 50 % \"axxam\"?", "Yella (50) d axxam? Ala", "Ad yili axxam! Yella...", "Axxam, yella.", "«Axxam» d Tom's.");

    @Test
    void aHyphenInsideAWordEndsWhatIsHungOnIt() {
        assertThat(CutText.of("as-iniɣ - x- -y 3-4").forms()).containsExactly("as-", "iniɣ", "-", "x", "-", "-", "y", "3-", "4");
        assertThat(CutText.of("a‑b").forms()).containsExactly("a‑", "b");
        assertThat(CutText.of(" \t").forms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Tom fell-ak, (axxam) n wass-a.", "Yella Tom: 50 % \"axxam\"?", "«Axxam» d Tom's.", "Yella \"Tom\" d \"axxam\".", "", "Tom"
    })
    void wordsAreWrittenTogetherAsTheLanguageDoes(String text) {
        Spacing spacing = new Spacing();
        TEXT.forEach(line -> spacing.add(CutText.of(line)));
        assertThat(spacing.join(CutText.of(text).forms())).isEqualTo(text);
    }

    @Test
    void aScriptWithoutSpacesGetsNone() {
        Spacing spacing = new Spacing();
        spacing.add(CutText.of("ฉันรักคุณ"));
        assertThat(spacing.join(List.of("รัก", "ฉัน", "คุณ"))).isEqualTo("รักฉันคุณ");
        assertThat(spacing.join(List.of("ฉัน", "Tom"))).isEqualTo("ฉัน Tom");
    }

    /** Thai has space around numbers, and none between words. */
    @Test
    void aScriptThatHasNoSpacesMayHaveThemBesideNumbers() {
        Spacing spacing = new Spacing();
        spacing.add(CutText.of("มีแมว 45 ตัว"));
        assertThat(spacing.join(List.of("แมว", "7", "ตัว", "มี", "แมว"))).isEqualTo("แมว 7 ตัวมีแมว");
    }

    @Test
    void theFirstWordIsWrittenAsElsewhere() {
        IndexedText.Builder builder = new IndexedText.Builder();
        Stream.of("The house", "a house : the day", "Tom eats", "a Tom", "\" The day")
                .forEach(line -> builder.add(List.of(line.split(" "))));
        Casing casing = new Casing(builder.build());
        assertThat(casing.natural(List.of("The", "house"))).containsExactly("the", "house");
        assertThat(casing.natural(List.of("\"", "The"))).containsExactly("\"", "the");
        assertThat(casing.natural(List.of("Tom", "The"))).containsExactly("Tom", "The");
        assertThat(casing.natural(List.of("Unseen"))).containsExactly("Unseen");
        assertThat(casing.natural(List.of("!"))).containsExactly("!");
        assertThat(Casing.capitalised("\"ǆep")).isEqualTo("\"ǅep");
        assertThat(Casing.capitalised("5 days")).isEqualTo("5 days");
        assertThat(Casing.isCapitalised(List.of("\"", "A"))).isTrue();
        assertThat(Casing.isCapitalised(List.of("ا"))).isFalse();
    }
}
