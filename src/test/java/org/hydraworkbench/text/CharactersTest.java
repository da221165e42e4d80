package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CharactersTest {

    @Test
    void marksCountAsLettersAndDigitsDoNot() {
        assertThat(Characters.isLetterOrMark(0x301)).isTrue();
        assertThat(Characters.isLetterOrMark('ɣ')).isTrue();
        assertThat(Characters.isLetterOrMark('1')).isFalse();
        assertThat(Characters.isLetterOrMark('▁')).isFalse();
    }

    @Test
    void numbersAreThoseOfAnyScript() {
        assertThat("7٣½Ⅳ".codePoints()).allMatch(Characters::isNumber);
        assertThat(Characters.isNumber('x')).isFalse();
    }

    @Test
    void knowsScriptsWithoutSpaces() {
        assertThat("北ひカไລ".codePoints()).allMatch(Characters::isOfScriptWithoutSpaces);
        assertThat("aɣд한नա".codePoints()).noneMatch(Characters::isOfScriptWithoutSpaces);
    }

    @Test
    void joinersShapeLettersButMarksOfDirectionDoNot() {
        assertThat("\u00ad\u200b\u200e\u200f\u202a\u2060\ufeff".codePoints()).allMatch(Characters::isInvisible);
        assertThat("\u200c\u200d\ufe0f\u0301 a".codePoints()).noneMatch(Characters::isInvisible);
    }

    @Test
    void scriptsWithoutADictionaryAreAmongThoseWithoutSpaces() {
        assertThat("ꦲᬅꆈ".codePoints()).allMatch(c -> Characters.isOfScriptWithoutDictionary(c) && Characters.isOfScriptWithoutSpaces(c));
        assertThat("北ひกབa".codePoints()).noneMatch(Characters::isOfScriptWithoutDictionary);
    }

    @Test
    void composedTextComesBackAsTheSameObject() {
        String text = "déjà vu";
        assertThat(Characters.nfc(text)).isSameAs(text);
    }

    @Property(tries = 200)
    void nfcAgreesWithTheJdk(@ForAll char[] units) {
        // characters that both know: ICU may be a Unicode version ahead
        String text = new String(units).codePoints()
                .filter(c -> c < 0x2000 && Character.isDefined(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Characters.nfc(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Test
    void diacriticsOfLatinGreekAndCyrillicLettersAreLeftOut() {
        assertThat(Characters.withoutDiacritics("déjà Võru ἄνθρωπος ёлка")).isEqualTo("deja Voru ανθρωπος елка");
        assertThat(Characters.withoutDiacritics("e\u0301")).isEqualTo("e");
        assertThat(Characters.withoutDiacritics("한국 กิน")).isEqualTo("한국 กิน");
    }
}
