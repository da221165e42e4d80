package org.hydraworkbench.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * Sentences by the Unicode sentence boundary rules (UAX 29) as ICU applies them for a language; where the Unicode locale data (CLDR) know
 * abbreviations of the language ({@code Mr.}, {@code e.g.}), none ends a sentence. A line end always does. Safe for use by several threads.
 */
public final class SentenceSplitter {

    /** So many words and marks no sentence has that a translator has learnt from. */
    private static final int LONGEST = 60;

    /** Used by one at a time: a copy would share its insides. */
    private final BreakIterator sentences;

    private SentenceSplitter(BreakIterator sentences) {
        this.sentences = sentences;
    }

    /** The splitter for text in a language. */
    public static SentenceSplitter of(LanguageTag language) {
        ULocale locale = ULocale.forLanguageTag(language.toString());
        BreakIterator plain = BreakIterator.getSentenceInstance(locale);
        return new SentenceSplitter(FilteredBreakIteratorBuilder.getInstance(locale).wrapIteratorWithFilter(plain));
    }

    /** The sentences of a text from left to right, as spans of code points without the white space around them, none empty. */
    public synchronized List<Span> split(String text) {
        Offsets offsets = Offsets.of(text);
        List<Span> found = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(text, start);
            // Line by line: the filter for abbreviations would pass over the end of a line too.
            sentences.setText(text.substring(start, end));
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
                addTrimmed(offsets, offsets.fromUtf16(start + from), offsets.fromUtf16(start + to), found);
                from = to;
            }
            start = end;
        }
        return found;
    }

    /** Says of a text whether it is not to be cut. */
    @FunctionalInterface
    public interface Whole {

        boolean is(String text) throws HydraException;
    }

    /**
     * The parts of a text that are translated each by itself, as spans of code points without the white space around them, none empty: its
     * lines, what stands between tabs in them, and their sentences. A sentence that is longer than any that translators know is cut between words.
     *
     * @param whole asked of the text and of each line
     */
    public List<Span> parts(String text, Whole whole) throws HydraException {
        Offsets offsets = Offsets.of(text);
        List<Span> all = new ArrayList<>();
        addTrimmed(offsets, 0, offsets.codePoints(), all);
        if (all.isEmpty() || whole.is(offsets.slice(all.getFirst()))) {
            return all;
        }
        List<Span> parts = new ArrayList<>();
        for (Span line : lines(offsets)) {
            if (whole.is(offsets.slice(line))) {
                parts.add(line);
            } else {
                addParts(offsets.slice(line), line.start(), parts);
            }
        }
        return parts;
    }

    private static List<Span> lines(Offsets offsets) {
        List<Span> lines = new ArrayList<>();
        for (int start = 0; start < offsets.codePoints(); ) {
            int end = start;
            while (end < offsets.codePoints() && !isBreak(offsets.codePointAt(end))) {
                end++;
            }
            addTrimmed(offsets, start, end, lines);
            start = end + 1;
        }
        return lines;
    }

    private static boolean isBreak(int codePoint) {
        return codePoint == '\t' || codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029;
    }

    private void addParts(String line, int start, List<Span> parts) {
        Offsets offsets = Offsets.of(line);
        for (Span sentence : split(line)) {
            List<Span> own = Words.split(offsets.slice(sentence));
            for (int k = 0; k < own.size(); k += LONGEST) {
                int last = Math.min(k + LONGEST, own.size()) - 1;
                int from = start + sentence.start();
                parts.add(new Span(from + own.get(k).start(), from + own.get(last).end()));
            }
        }
    }

    /** Where the line that begins at {@code start} ends, with its line feed. */
    private static int lineEnd(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static void addTrimmed(Offsets text, int start, int end, List<Span> into) {
        int from = start;
        int to = end;
        while (from < to && Characters.isSpace(text.codePointAt(from))) {
            from++;
        }
        while (to > from && Characters.isSpace(text.codePointAt(to - 1))) {
            to--;
        }
        if (from < to) {
            into.add(new Span(from, to));
        }
    }
}
