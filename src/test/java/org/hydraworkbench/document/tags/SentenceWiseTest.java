package org.hydraworkbench.document.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentenceWiseTest {

    private final List<String> asked = new ArrayList<>();
    private SentenceWise loud;

    /** Translates into capitals, word by word. */
    @BeforeEach
    void make() throws HydraException {
        loud = new SentenceWise(text -> {
            asked.add(text);
            int words = CutText.of(text).size();
            return new SegmentAnswer(text.toUpperCase(Locale.ROOT), AnswerBuilder.straight(words), 40, -1, false);
        }, LanguageTag.parse("en"));
    }

    @Test
    void sentencesOfAShortLineAreTranslatedByThemselves() throws Exception {
        assertThat(loud.translate("One. Two.").text()).isEqualTo("ONE. TWO.");
        assertThat(asked).containsExactly("One.", "Two.");
    }

    @Test
    void aLongLineIsTranslatedBySentencesWithTheSpacesBetweenThem() throws Exception {
        String one = "He said that Mr. Smith and the others had all seen the same dog in the same street on the same day.";
        String two = "Nobody else had seen it there at all, not even the dog of Mr. Smith!";
        SegmentAnswer answer = loud.translate(" " + one + "  " + two + "\n");
        assertThat(answer.text()).isEqualTo((" " + one + "  " + two + "\n").toUpperCase(Locale.ROOT));
        assertThat(asked).containsExactly(one, two);
        assertThat(answer.links().links()).hasSize(CutText.of(one + " " + two).size());
        assertThat(answer.confidence()).isEqualTo(40);
        assertThat(answer.logProbability()).isEqualTo(-2);
    }

    @Test
    void aLongLineThatAPersonSaidIsNotCut() throws Exception {
        String line = "It is so. ".repeat(20).strip();
        SentenceWise said = new SentenceWise(new SegmentTranslator() {
            @Override
            public SegmentAnswer translate(String text) {
                asked.add(text);
                return SegmentAnswer.of("said");
            }

            @Override
            public boolean isSaid(String text) {
                return text.equals(line);
            }
        }, LanguageTag.parse("en"));
        assertThat(said.translate("no\n" + line).text()).isEqualTo("said\nsaid");
        assertThat(asked).containsExactly("no", line);
    }

    @Test
    void linesAreTranslatedOneByOneAndNoneTwice() throws Exception {
        assertThat(loud.translate("yes\n\n  no \r\nyes").text()).isEqualTo("YES\n\n  NO \r\nYES");
        assertThat(asked).containsExactly("yes", "no");
    }

    @Test
    void whatHasNoWordsIsItsOwnTranslation() throws Exception {
        for (String text : List.of("", "  ", "12,5", "https://example.org", "{name} %s", "…")) {
            assertThat(loud.translate(text).text()).isEqualTo(text);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void placeholdersAndAddressesKeepTheirCase() throws Exception {
        assertThat(loud.translate("write {name} at a@b.org").text()).isEqualTo("WRITE {name} AT a@b.org");
    }

    @Test
    void tagsGoWithTheirWordsAcrossSentences() throws Exception {
        String filler = "and so on ".repeat(12).strip();
        SentenceWise.Placed placed = loud.translate(Samples.tagged("<p>He <b>went " + filler + ". She</b> came.</p>"));
        assertThat(placed.text().write(text -> text))
                .isEqualTo("<p>HE <b>WENT " + filler.toUpperCase(Locale.ROOT) + ". SHE</b> CAME.</p>");
        assertThat(asked).hasSize(2);
    }
}
