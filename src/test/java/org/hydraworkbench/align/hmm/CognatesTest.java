package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognatesTest {

    private static final Transliterator ALWAYS =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");

    @Property
    void latinLettersNeedNoTransliterationToBeTheSame(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'z') @CharRange(from = '\u00c0', to = '\u017e') String form) {
        assertThat(new Cognates().latin(form)).isEqualTo(ALWAYS.transliterate(form));
    }

    @Test
    void onlyWhatIsNotALatinLetterWithMarksNeedsTransliteration() {
        assertThat(Cognates.needsTransliteration("élève")).isFalse();
        assertThat(Cognates.needsTransliteration("Ŝtono")).isFalse();
        assertThat(Cognates.needsTransliteration("œuvre")).isTrue();
        assertThat(Cognates.needsTransliteration("λόγος")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u0E34", ""})
    void formsOfWhichNoLetterIsLeftAreLikeNothing(String form) {
        Cognates cognates = new Cognates();
        cognates.compareWith(cognates.latin(form));
        assertThat(cognates.similarity(cognates.latin("\u0301"))).isZero();
        assertThat(cognates.similarity(cognates.latin("house"))).isZero();
        cognates.compareWith(cognates.latin("house"));
        assertThat(cognates.similarity(cognates.latin(form))).isZero();
    }

    @Test
    void wordsOfOtherScriptsAreComparedByTheirSound() {
        Cognates cognates = new Cognates();
        cognates.compareWith(cognates.latin("Σωκράτης"));
        // sokrates and socrates: seven of eight letters in common
        assertThat(cognates.similarity(cognates.latin("Socrates"))).isEqualTo(7 / 8f);
    }
}
