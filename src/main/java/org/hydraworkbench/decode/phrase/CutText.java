package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.text.Words;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Unit;

/**
 * A text cut into words and marks, as phrases see it. A hyphen between two letters stays with the word before it and ends it, so that
 * what is hung on a word (clitics, parts of compounds) is a word of its own.
 *
 * @param text as it was given
 * @param forms the words and marks, in normalisation form C
 * @param spans where each of them stands, in code points of the text
 */
public record CutText(String text, List<String> forms, List<Span> spans) {

    public CutText {
        forms = List.copyOf(forms);
        spans = List.copyOf(spans);
    }

    /** Cuts a text. */
    public static CutText of(String text) {
        Offsets offsets = Offsets.of(text);
        List<Span> spans = new ArrayList<>();
        List<Span> words = Words.split(text);
        for (int k = 0; k < words.size(); k++) {
            Span word = words.get(k);
            if (k > 0 && k + 1 < words.size() && joins(offsets, words.get(k - 1), word, words.get(k + 1))) {
                spans.set(spans.size() - 1, new Span(spans.getLast().start(), word.end()));
            } else {
                spans.add(word);
            }
        }
        return new CutText(text, spans.stream().map(offsets::slice).map(Characters::nfc).toList(), spans);
    }

    private static boolean joins(Offsets text, Span before, Span mark, Span after) {
        return mark.end() - mark.start() == 1
                && isHyphen(text.codePointAt(mark.start()))
                && before.end() == mark.start()
                && mark.end() == after.start()
                && isWordy(text.codePointAt(before.end() - 1))
                && isWordy(text.codePointAt(after.start()));
    }

    static boolean isHyphen(int codePoint) {
        return codePoint == '-' || codePoint == 0x2010 || codePoint == 0x2011;
    }

    /** Whether a word hangs on the next. */
    static boolean hangsOn(String form) {
        return form.length() > 1 && isHyphen(form.charAt(form.length() - 1));
    }

    /** A word without the hyphen by which the next hangs on it. */
    public static String bare(String form) {
        return hangsOn(form) ? form.substring(0, form.length() - 1) : form;
    }

    private static boolean isWordy(int codePoint) {
        return Characters.isLetterOrMark(codePoint) || Characters.isNumber(codePoint);
    }

    /** The words and marks as segments, onto which links between other segments of the text can be put. */
    public Segmentation segmentation() {
        List<Segment> segments = new ArrayList<>(size());
        for (int k = 0; k < size(); k++) {
            segments.add(new Segment(forms.get(k), spans.get(k).start(), spans.get(k).end(), -1, 0));
        }
        return new Segmentation(text, Unit.WORD, segments, null);
    }

    /** Number of words and marks. */
    public int size() {
        return forms.size();
    }

    /** Whether space stands before a word; not before the first. */
    public boolean isSpaced(int word) {
        return word > 0 && spans.get(word - 1).end() < spans.get(word).start();
    }
}
