package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Bidi;
import org.junit.jupiter.api.Test;

class IsolatesTest {

    private static final String SENTENCE = "אבא בבית.";

    /** How a line of text runs, character by character: the levels of the bidirectional algorithm as the JDK has it. */
    private static String levels(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            levels.append(bidi.getLevelAt(i));
        }
        return levels.toString();
    }

    @Test
    void whatFollowsATextStaysBehindIt() {
        String without = SENTENCE + " 3 pairs";
        String with = Isolates.of(SENTENCE) + " 3 pairs";
        int number = without.indexOf('3');
        assertThat(levels(without).charAt(number)).as("the number is drawn into the Hebrew").isEqualTo('2');
        assertThat(levels(with).charAt(with.indexOf('3'))).isEqualTo('0');
    }

    @Test
    void theFullStopOfATextBelongsToIt() {
        String line = "“" + Isolates.of(SENTENCE) + "” is new";
        assertThat(levels(line).charAt(line.indexOf('.'))).isEqualTo('1');
        assertThat(levels("“" + SENTENCE + "” is new").charAt(SENTENCE.length())).isEqualTo('0');
    }

    @Test
    void textsThatRunFromLeftToRightStayAsTheyAre() {
        assertThat(Isolates.of("Azul!")).isEqualTo("Azul!");
        assertThat(Isolates.of("Azul!", Direction.LEFT_TO_RIGHT)).isEqualTo("Azul!");
        assertThat(Isolates.quoted("Use “Azul!”")).isEqualTo("Use “Azul!”");
    }

    @Test
    void aKnownDirectionHoldsWhateverTheFirstLetter() {
        String line = Isolates.of("README.md הקובץ", Direction.RIGHT_TO_LEFT);
        assertThat(levels(line)).isEqualTo("0222222222111111" + "0");
    }

    @Test
    void whatIsQuotedInASentenceIsIsolatedOnce() {
        String named = "Link ‘house’ – ‘بيت’ in “" + SENTENCE + "”";
        String shown = Isolates.quoted(named);
        assertThat(shown).isEqualTo("Link ‘house’ – ‘\u2068بيت\u2069’ in “\u2068" + SENTENCE + "\u2069”");
        assertThat(Isolates.quoted(shown)).isEqualTo(shown);
    }

    /** Each folder stands behind that which it is in, as in a path of Latin letters. */
    @Test
    void foldersOfAPathStandOneInTheOther() {
        Path path = Path.of("/home/مشاريع/دروس.hydra");
        String shown = Isolates.of(path);
        Bidi bidi = new Bidi("In " + shown + ".", Bidi.DIRECTION_LEFT_TO_RIGHT);
        assertThat(bidi.getLevelAt(3 + shown.lastIndexOf('/')) % 2).as("the slash between the two").isZero();
        assertThat(shown.replaceAll("[\u2066-\u2069]", "")).isEqualTo(path.toString());
        assertThat(Isolates.of(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
    }
}
