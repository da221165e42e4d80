package org.hydraworkbench.tokenizer;

import java.util.BitSet;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Decides which neighbouring tokens of one sentence belong to one word (Remy et al. 2024): those with a letter on both sides
 * of the border and no word-start marker after it. Digits, punctuation, special tokens and the bytes of byte fallback stay
 * alone. As published, a word-start marker that is a token of its own stays alone too; else it is no word and belongs to what
 * follows it, or at the end of the sentence to what stands before it.
 *
 * <p>The letters are those of the text, found by the tokens' spans, because the characters of byte-level pieces are bytes and
 * not letters. Tokens that share a character always go together. Combining marks count as letters. In scripts that put no
 * spaces between words, where whole clauses are strings of letters, a border between words keeps tokens apart.
 */
final class UnitGlue {

    private final Tokenizer tokenizer;
    private final Encoding encoding;
    private final String text;
    private final int[] points;
    private final boolean markersApart;
    private final int last;
    private @Nullable BitSet borders;

    /** @param markersApart whether a marker that is a token of its own is a unit of its own */
    UnitGlue(Tokenizer tokenizer, Encoding encoding, String text, boolean markersApart) {
        this.tokenizer = tokenizer;
        this.encoding = encoding;
        this.text = text;
        this.points = text.codePoints().toArray();
        this.markersApart = markersApart;
        int unmarked = encoding.size() - 1;
        while (unmarked >= 0 && tokenizer.isMarkerOnly(encoding.ids()[unmarked])) {
            unmarked--;
        }
        this.last = unmarked;
    }

    /** Whether token {@code next} goes on with the word of the token before it. */
    boolean joins(int next) {
        int before = encoding.ids()[next - 1];
        int after = encoding.ids()[next];
        if (next > last || tokenizer.isMarkerOnly(before)) {
            return !markersApart;
        }
        if (tokenizer.startsWord(after) || isAlone(next - 1) || isAlone(next)) {
            return false;
        }
        int end = encoding.ends()[next - 1];
        int start = encoding.starts()[next];
        if (start < end) {
            return true;
        }
        if (start > end) {
            return false;
        }
        int left = points[end - 1];
        int right = points[start];
        return Characters.isLetterOrMark(left)
                && Characters.isLetterOrMark(right)
                && !(Characters.isOfScriptWithoutSpaces(left) && Characters.isOfScriptWithoutSpaces(right) && isBorder(end));
    }

    private boolean isAlone(int token) {
        int id = encoding.ids()[token];
        return tokenizer.isSpecial(id)
                || tokenizer.isByte(id)
                || encoding.ends()[token] == encoding.starts()[token];
    }

    private boolean isBorder(int position) {
        if (borders == null) {
            borders = Words.borders(text);
        }
        return borders.get(position);
    }
}
