package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected directions: the scripts of the languages by CLDR, and rules P2 and P3 of Unicode Standard Annex #9. */
class DirectionTest {

    private static final Direction LTR = Direction.LEFT_TO_RIGHT;
    private static final Direction RTL = Direction.RIGHT_TO_LEFT;

    @Test
    void theFirstLetterDecides() {
        assertThat(Direction.of("12 (שלום) abc")).isEqualTo(RTL);
        assertThat(Direction.of("README.md هو ملف")).isEqualTo(LTR);
        assertThat(Direction.of("… 12 %")).isEqualTo(LTR);
        assertThat(Direction.of("")).isEqualTo(LTR);
        assertThat(Direction.of("𞤀𞤣𞤤𞤢𞤥")).as("Adlam, beyond the first plane").isEqualTo(RTL);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, RIGHT_TO_LEFT",
        "he, RIGHT_TO_LEFT",
        "fa, RIGHT_TO_LEFT",
        "ur, RIGHT_TO_LEFT",
        "ug, RIGHT_TO_LEFT",
        "yi, RIGHT_TO_LEFT",
        "dv, RIGHT_TO_LEFT",
        "ckb, RIGHT_TO_LEFT",
        "az-Arab, RIGHT_TO_LEFT",
        "en, LEFT_TO_RIGHT",
        "kab, LEFT_TO_RIGHT",
        "hi, LEFT_TO_RIGHT",
        "th, LEFT_TO_RIGHT",
        "he-Latn, LEFT_TO_RIGHT"
    })
    void theScriptOfTheLanguageDecides(String tag, Direction expected) throws Exception {
        LanguageTag language = LanguageTag.parse(tag);
        assertThat(language.direction("12, 13.")).isEqualTo(expected);
        assertThat(language.direction("README.md: שלום")).isEqualTo(expected);
        assertThat(language.direction("שלום: README.md")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"pa", "ks", "qaa-x-mine"})
    void theTextDecidesWhereALanguageIsWrittenBothWaysOrUnknown(String tag) throws Exception {
        assertThat(LanguageTag.parse(tag).direction("کتاب one")).isEqualTo(RTL);
        assertThat(LanguageTag.parse(tag).direction("one کتاب")).isEqualTo(LTR);
    }

    @Test
    void aTextWithoutALetterOfTheLanguageRunsByItself() throws Exception {
        assertThat(LanguageTag.parse("ar").direction("Tom (OK).")).isEqualTo(LTR);
        assertThat(LanguageTag.parse("kab").direction("كتاب.")).isEqualTo(RTL);
    }
}
