package org.hydraworkbench.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Words by the Unicode word boundary rules (UAX 29) as ICU applies them, with its dictionaries for scripts that put no
 * spaces between words. Punctuation marks and symbols are words of their own; white space is none.
 */
public final class Words {

    private static final BreakIterator PROTOTYPE = BreakIterator.getWordInstance(ULocale.ROOT);

    private Words() {}

    /** The words of a text from left to right, as spans of code points. Safe for use by several threads. */
    public static List<Span> split(String text) {
        Offsets offsets = Offsets.of(text);
        BreakIterator breaks = iterator(text);
        List<Span> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!isBlank(text, start, end)) {
                words.add(new Span(offsets.fromUtf16(start), offsets.fromUtf16(end)));
            }
            start = end;
        }
        return words;
    }

    /** Number of words that hold a letter or a number. */
    public static int count(String text) {
        BreakIterator breaks = iterator(text);
        int words = 0;
        breaks.first();
        while (breaks.next() != BreakIterator.DONE) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words++;
            }
        }
        return words;
    }

    private static BreakIterator iterator(String text) {
        BreakIterator breaks = PROTOTYPE.clone();
        breaks.setText(text);
        return breaks;
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            if (!Characters.isSpace(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }
}
