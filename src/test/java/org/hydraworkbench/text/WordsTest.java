package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static List<String> words(String text) {
        Offsets offsets = Offsets.of(text);
        return Words.split(text).stream().map(offsets::slice).toList();
    }

    @Test
    void punctuationStandsAloneAndApostrophesStayInside() {
        assertThat(words("Don't go, 3.5 km!")).containsExactly("Don't", "go", ",", "3.5", "km", "!");
    }

    @Test
    void chineseIsCutIntoWordsNotClauses() {
        assertThat(words("我们今天去北京。")).containsExactly("我们", "今天", "去", "北京", "。");
    }

    @Test
    void thaiIsCutByTheDictionary() {
        assertThat(words("ภาษาไทย")).containsExactly("ภาษา", "ไทย");
    }

    @Test
    void combiningMarksStayWithTheirLetters() {
        assertThat(words("नमस्ते e\u0301te\u0301")).containsExactly("नमस्ते", "e\u0301te\u0301");
    }

    @Test
    void spansCountCodePoints() {
        assertThat(Words.split("😀 ab")).containsExactly(new Span(0, 1), new Span(2, 4));
    }

    @Test
    void spaceOfAnyKindIsNoWord() {
        assertThat(Words.split(" \t\u00a0\u3000\n")).isEmpty();
    }

    @Test
    void countLeavesPunctuationOut() {
        assertThat(Words.count("Don't go, 3.5 km!")).isEqualTo(4);
    }
}
