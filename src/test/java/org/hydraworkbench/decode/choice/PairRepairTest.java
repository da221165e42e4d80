package org.hydraworkbench.decode.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairRepairTest {

    private static final LinkedPair PAIR = new LinkedPair(
            List.of("the", "big", "dog", "sleeps", "."),
            List.of("der", "Hund", "groß", "schläft", "."),
            Alignment.of(List.of(Link.sure(0, 0), Link.sure(1, 2), Link.sure(2, 1), Link.sure(3, 3), Link.sure(4, 4))));

    /** What is translated is written in capitals. */
    @ParameterizedTest
    @CsvSource({
        "the big dog sleeps ., der Hund groß schläft .",
        "The big dog sleeps ., der Hund groß schläft .",
        "the big cat sleeps ., der CAT groß schläft .",
        "the small black cat sleeps ., der SMALL BLACK CAT schläft .",
        "the dog sleeps ., der Hund schläft .",
        "the big dog sleeps now ., der Hund groß schläft NOW .",
        "yesterday the big dog sleeps ., YESTERDAY der Hund groß schläft .",
        "no, NO"
    })
    void whatDiffersIsExchanged(String sentence, String expected) {
        List<String> repaired = PairRepair.repair(
                PAIR, Arrays.asList(sentence.split(" ")), words -> words.stream().map(String::toUpperCase).toList());
        assertThat(String.join(" ", repaired)).isEqualTo(expected);
    }
}
