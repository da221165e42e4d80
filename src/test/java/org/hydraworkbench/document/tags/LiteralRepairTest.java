package org.hydraworkbench.document.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralRepairTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // right already
        "I have 7 cats | Sɛiɣ 7 imcac | '' | Sɛiɣ 7 imcac",
        // a word that answers it
        "I have 2 cats | Sɛiɣ sin imcac | 0-0 2-1 3-2 | Sɛiɣ 2 imcac",
        // digits of another script
        "He is 12. | عمره ١٢. | 0-0 2-1 | عمره 12.",
        // another number, written otherwise
        "In 1,000 days | Deg 1.000 n wussan | '' | Deg 1,000 n wussan",
        "I have 5 cats | Sɛiɣ 3 imcac | '' | Sɛiɣ 5 imcac",
        // nothing answers it
        "Call 911 now. | Siwel tura. | 0-0 2-1 3-2 | Siwel tura 911.",
        // cut apart
        "See https://a.org/b now | Wali https : / / a . org / b tura | '' | Wali https://a.org/b tura",
        "Hello {name}, you | Azul { Name }, kečč | '' | Azul {name}, kečč",
        // once too often
        "Hello %s! | Azul %s %s! | '' | Azul %s!",
        "Room 5 | Taxxamt 5 5 | '' | Taxxamt 5",
        // twice is twice
        "5 and 5 | 5 d kraḍ | 0-0 1-1 2-2 | 5 d 5",
        // never asked for: a placeholder would be filled with nothing, a number may be a word
        "Hello you | Azul {0} | '' | Azul",
        "two cats | 2 imcac | '' | 2 imcac",
    })
    void everyLiteralComesOutOnce(String source, String answer, String links, String expected) {
        SegmentAnswer given = new SegmentAnswer(answer, links(links), 50, -1, false);
        assertThat(LiteralRepair.mend(source, given).text()).isEqualTo(expected);
    }

    private static Alignment links(String written) {
        List<Link> links = new ArrayList<>();
        for (String link : written.isBlank() ? new String[0] : written.split(" ")) {
            links.add(Link.sure(link.charAt(0) - '0', link.charAt(2) - '0'));
        }
        return Alignment.of(links);
    }

    @Test
    void whatWasPutInIsLinkedAndTheOtherLinksStay() {
        SegmentAnswer mended = LiteralRepair.mend(
                "I have 1.5 red cats", new SegmentAnswer("Sɛiɣ yiwen d uzgen imcac izeggaɣen", links("1-0 2-1 2-2 2-3 3-5 4-4"), 0, 0, false));
        assertThat(mended.text()).isEqualTo("Sɛiɣ 1.5 imcac izeggaɣen");
        assertThat(mended.links()).isEqualTo(links("1-0 2-1 3-3 4-2"));
    }

    @Test
    void whatAPersonConfirmedIsRight() {
        SegmentAnswer given = new SegmentAnswer("Sɛiɣ sin imcac", Alignment.empty(), 100, 0, true);
        assertThat(LiteralRepair.mend("I have 2 cats", given)).isSameAs(given);
    }
}
