package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "kab,kab", "EN,en", "tt-cyrl,tt-Cyrl", "eng,eng", "' kab ',kab", "zh-hant-tw,zh-Hant-TW", "iw,he", "i-klingon,tlh",
        "QAA-X-Village,qaa-x-village", "SL-Rozaj-BISKE,sl-rozaj-biske", "en-x-lvariant-FOO,en-x-lvariant-foo"
    })
    void tagsAreBroughtToTheirUsualSpelling(String given, String usual) throws Exception {
        assertThat(LanguageTag.parse(given)).hasToString(usual).isEqualTo(LanguageTag.parse(usual));
        assertThat(LanguageTag.parse(given)).hasSameHashCodeAs(LanguageTag.parse(usual));
    }

    /** A project once took the nameless ones, and the Hydra that was made in it hours later refused them. */
    @ParameterizedTest
    @ValueSource(strings = {
        "", "  ", "k", "kabyle language", "English language", "en_US", "../x", "x-private", "und", "und-Latn", "und-x-private", "kabyle",
        "qaa-x-a2345678-a2345678-a2345678-a2345678-a2345678-a2345678-a2345678"
    })
    void whatNamesNoLanguageIsRefused(String given) {
        assertThat(LanguageTag.of(given)).isEmpty();
        assertThatThrownBy(() -> LanguageTag.parse(given))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("\"" + given + "\"")
                .hasMessageContaining("BCP 47");
    }

    @ParameterizedTest
    @CsvSource({"kab,Kabyle", "tt-Cyrl,Tatar (Cyrillic)", "qaa,qaa", "qaa-x-village,qaa-x-village", "qaa-Latn,qaa-Latn"})
    void languagesAreNamedInEnglishAndTheNamelessByTheirTag(String tag, String name) throws Exception {
        assertThat(LanguageTag.parse(tag).englishName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"kab,kab", "tt-Cyrl,tt-Cyrl", "con,con_", "AUX,aux_", "con-Latn,con-Latn"})
    void filesGetNamesThatEverySystemTakes(String tag, String name) throws Exception {
        assertThat(LanguageTag.parse(tag).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"en,en", "en,en-US", "en-US,en", "EN_us,en-US", "eng,en-GB", "fr,fra", "zh-Hant,zh-Hant-TW", "x-mine,x-mine"})
    void whatSaysMoreOfALanguageServesForIt(String wanted, String tag) {
        assertThat(LanguageTag.serves(wanted, tag)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en,eo", "en-US,en-GB", "e,en", "k,kab", "sr-Latn,sr-Cyrl", "'',en", "en,''"})
    void anotherLanguageDoesNotServe(String wanted, String tag) {
        assertThat(LanguageTag.serves(wanted, tag)).isFalse();
    }

    @Test
    void differentLanguagesDiffer() throws Exception {
        assertThat(LanguageTag.parse("eng")).isNotEqualTo(LanguageTag.parse("en"));
    }

    @Property
    void aSpellingIsKeptAndIsAFileName(@ForAll("tags") String given) {
        LanguageTag.of(given).ifPresent(tag -> {
            assertThat(LanguageTag.of(tag.toString())).contains(tag);
            assertThat(LanguageTag.of(given.toUpperCase(Locale.ROOT))).contains(tag);
            assertThat(tag.fileName()).matches("[A-Za-z0-9-]+_?");
        });
    }

    @Provide
    Arbitrary<String> tags() {
        Arbitrary<String> part = Arbitraries.oneOf(
                Arbitraries.of("en", "kab", "qaa", "und", "x", "u", "a", "Latn", "DZ", "1994", "lvariant"),
                Arbitraries.strings().withCharRange('a', 'z').withCharRange('A', 'Z').withCharRange('0', '9').ofMinLength(1).ofMaxLength(9));
        return part.list().ofMinSize(1).ofMaxSize(7).map(parts -> String.join("-", parts));
    }

    @ParameterizedTest
    @CsvSource({
        "fy,Western Frisian,true", "fy,Frisian,true", "fy,Frysk,true", "fy, fry ,true", "fy,FY,true", "fy,fy-NL,true", "fy,English,false",
        "fy,West,false", "fy,'',false", "kab,Taqbaylit,true", "en,eng,true"
    })
    void aPersonMayCallALanguageByItsNamesAndTags(String tag, String name, boolean is) throws Exception {
        assertThat(LanguageTag.parse(tag).isCalled(name)).isEqualTo(is);
    }
}
