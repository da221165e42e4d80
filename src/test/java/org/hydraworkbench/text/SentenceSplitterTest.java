package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    private static List<String> split(String language, String text) throws HydraException {
        Offsets offsets = Offsets.of(text);
        return SentenceSplitter.of(LanguageTag.parse(language)).split(text).stream().map(offsets::slice).toList();
    }

    @Test
    void sentencesWithoutTheSpacesAroundThem() throws Exception {
        assertThat(split("en", "  One day. Another?  (Yes!) \u201cNo.\u201d 3.5 m. ")).containsExactly("One day.", "Another?", "(Yes!)", "\u201cNo.\u201d", "3.5 m.");
    }

    @Test
    void abbreviationsOfTheLanguageEndNone() throws Exception {
        assertThat(split("en", "Mr. Smith came. He left.")).containsExactly("Mr. Smith came.", "He left.");
        assertThat(split("de", "Er kam z.B. Montag. Dann ging er.")).containsExactly("Er kam z.B. Montag.", "Dann ging er.");
    }

    @Test
    void aLineEndAlwaysEndsOne() throws Exception {
        assertThat(split("en", "see Mr.\nSmith\r\n\r\ntoo")).containsExactly("see Mr.", "Smith", "too");
    }

    @Test
    void scriptsWithoutSpacesAndLanguagesThatNobodyKnows() throws Exception {
        assertThat(split("zh", "你好。再见！𠀀")).containsExactly("你好。", "再见！", "𠀀");
        assertThat(split("qaa-x-mine", "Azul. Ar tufat.")).containsExactly("Azul.", "Ar tufat.");
        assertThat(split("kab", "")).isEmpty();
        assertThat(split("kab", " \n ")).isEmpty();
    }
}
