package org.hydraworkbench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.server.ServedTranslator.Answer;
import org.hydraworkbench.testing.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    private static final String WORDS = "the way is long ".repeat(10).strip();

    private final List<String> asked = new ArrayList<>();

    private Answer translate(String text, String... whole) throws HydraException {
        return new Passage(Languages.ENGLISH).translate(text, new Passage.Sentences() {
            @Override
            public Answer translate(String sentence) {
                asked.add(sentence);
                return new Answer("[" + sentence + "]", sentence.length() == 1 ? 10 : 40, List.of("other"));
            }

            @Override
            public boolean isWhole(String each) {
                return Set.of(whole).contains(each);
            }
        });
    }

    @Test
    void sentencesOfAShortLineAreTranslatedByThemselves() throws HydraException {
        assertThat(translate(" He left. She stayed.\t").text()).isEqualTo(" [He left.] [She stayed.]\t");
    }

    @Test
    void aSentenceByItselfHasAlternatives() throws HydraException {
        Answer answer = translate(" He left.\t");
        assertThat(answer.text()).isEqualTo(" [He left.]\t");
        assertThat(answer.alternatives()).containsExactly(" other\t");
    }

    @Test
    void linesAreTranslatedOneByOne() throws HydraException {
        assertThat(translate("a\r\n\n bcd \u2028e\n").text()).isEqualTo("[a]\r\n\n [bcd] \u2028[e]\n");
        assertThat(translate("a\nbcd").confidence()).as("(1 · 10 + 3 · 40) / 4").isEqualTo(32.5);
        assertThat(translate("a\nbcd").alternatives()).isEmpty();
    }

    @Test
    void aLongLineIsCutWhereSentencesEndAndNotAfterAbbreviations() throws HydraException {
        String one = "Mr. Smith says that " + WORDS + ".";
        String two = "Is it true that " + WORDS + "?";
        assertThat(translate(one + "  " + two).text()).isEqualTo("[" + one + "]  [" + two + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "แมว", "\uD83D\uDC08", " "})
    void aSentenceWithoutEndIsCutBetweenWords(String piece) throws HydraException {
        String text = piece.repeat(1001).strip();
        assertThat(translate(text).text().replaceAll("[\\[\\]]", "")).isEqualTo(text);
        assertThat(asked).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(300).doesNotStartWith("\uDC08"));
        assertThat(asked).allMatch(each -> !piece.equals("word ") || each.startsWith("word") && each.endsWith("word"));
    }

    @Test
    void whatAPersonSaidOfAWholeIsNotCut() throws HydraException {
        String line = "It is. " + WORDS + ". It is. " + WORDS + ".";
        assertThat(translate("x\n" + line, line).text()).isEqualTo("[x]\n[" + line + "]");
        assertThat(translate("x\ny", "x\ny").text()).isEqualTo("[x\ny]");
    }

    @Test
    void aTextWithoutSentencesIsItsOwnTranslation() throws HydraException {
        assertThat(translate(" \n\t")).isEqualTo(new Answer(" \n\t", 100, List.of()));
        assertThat(translate("").text()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
