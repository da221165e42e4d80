package org.hydraworkbench.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words by the Unicode word boundary rules (UAX 29) as ICU applies them, with its dictionaries for Chinese, Japanese, Thai, Lao,
 * Khmer and Burmese, which put no spaces between words. Other scripts without spaces are cut into letters with their marks, and
 * all of them where letters of another script or digits of none begin.
 * Punctuation marks and symbols, an emoji sequence among them, are words of their own; white space, word dividers and
 * characters that are not seen are none, and none of them begins or ends a word.
 */
public final class Words {

    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);
    private static final BreakIterator LETTERS = BreakIterator.getCharacterInstance(ULocale.ROOT);

    private Words() {}

    /** The words of a text from left to right, as spans of code points, none empty. Safe for use by several threads. */
    public static List<Span> split(String text) {
        int[] points = text.codePoints().toArray();
        BitSet borders = borders(text);
        List<Span> words = new ArrayList<>();
        int start = 0;
        for (int end = borders.nextSetBit(1); end >= 0; end = borders.nextSetBit(end + 1)) {
            Span word = trimmed(points, start, end);
            if (word != null) {
                words.add(word);
            }
            start = end;
        }
        return words;
    }

    /** The code point positions where a word, a space or a mark begins or ends; those of the text's ends are among them. */
    public static BitSet borders(String text) {
        Offsets offsets = Offsets.of(text);
        BitSet borders = new BitSet(offsets.codePoints() + 1);
        addAll(WORDS, text, offsets, borders);
        int[] points = text.codePoints().toArray();
        boolean cutByLetters = false;
        for (int at = 1; at < points.length; at++) {
            if (isForeign(points[at - 1], points[at]) || isForeign(points[at], points[at - 1])) {
                borders.set(at);
            }
            cutByLetters |= areCutByLetters(points, at);
        }
        if (cutByLetters) {
            BitSet letters = new BitSet(points.length + 1);
            addAll(LETTERS, text, offsets, letters);
            letters.stream().filter(at -> at > 0 && at < points.length && areCutByLetters(points, at)).forEach(borders::set);
        }
        return borders;
    }

    /** UAX 29 sees one word where, say, Thai is followed by Latin letters or by digits without a space. */
    private static boolean isForeign(int codePoint, int neighbour) {
        return Characters.isOfScriptWithoutSpaces(neighbour)
                && !Characters.isOfScriptWithoutSpaces(codePoint)
                && (Characters.isNumber(codePoint) || Characters.isLetterOrMark(codePoint) && hasScript(codePoint));
    }

    /** Prolonged sound marks and combining accents are of no script, and belong to what they stand behind. */
    private static boolean hasScript(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case COMMON, INHERITED -> false;
            default -> true;
        };
    }

    private static boolean areCutByLetters(int[] points, int at) {
        return Characters.isOfScriptWithoutDictionary(points[at - 1]) && Characters.isOfScriptWithoutDictionary(points[at]);
    }

    /** Number of words that hold a letter or a number. */
    public static int count(String text) {
        BreakIterator breaks = iterator(WORDS, text);
        int words = 0;
        breaks.first();
        while (breaks.next() != BreakIterator.DONE) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words++;
            }
        }
        return words;
    }

    private static void addAll(BreakIterator prototype, String text, Offsets offsets, BitSet borders) {
        BreakIterator breaks = iterator(prototype, text);
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            borders.set(offsets.fromUtf16(at));
        }
    }

    /** A clone, since an iterator is used by one thread. */
    private static BreakIterator iterator(BreakIterator prototype, String text) {
        BreakIterator breaks = prototype.clone();
        breaks.setText(text);
        return breaks;
    }

    private static @Nullable Span trimmed(int[] points, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && separates(points[from])) {
            from++;
        }
        while (to > from && separates(points[to - 1])) {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (!UCharacter.hasBinaryProperty(points[i], UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                return new Span(from, to);
            }
        }
        return null;
    }

    private static boolean separates(int codePoint) {
        return Characters.isSpace(codePoint) || Characters.isInvisible(codePoint) || Characters.isWordDivider(codePoint);
    }
}
