package org.hydraworkbench.model.generation;

import java.util.Arrays;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The text of tokens, one after another. A character may take several tokens, so text comes when it is whole; and what a token says depends
 * on what stands before, so the last tokens whose text has come are decoded along with it. Immutable.
 */
final class DecodedText {

    private static final char REPLACEMENT = '\uFFFD';

    private final Tokenizer tokenizer;

    /** The last tokens whose text has come, then those of which some is to come. */
    private final int[] window;

    /** How many have come. */
    private final int known;

    /** How much of the text of the others has come. */
    private final int given;

    private final String added;

    private DecodedText(Tokenizer tokenizer, int[] window, int known, int given, String added) {
        this.tokenizer = tokenizer;
        this.window = window;
        this.known = known;
        this.given = given;
        this.added = added;
    }

    /** The text after tokens whose own text is known. */
    static DecodedText after(Tokenizer tokenizer, int... before) {
        return new DecodedText(tokenizer, before.clone(), before.length, 0, "");
    }

    /** The text with a token more. */
    DecodedText with(int id) throws StateException {
        int[] longer = Arrays.copyOf(window, window.length + 1);
        longer[window.length] = id;
        int before = tokenizer.decode(Arrays.copyOf(longer, known), true).length();
        String all = tokenizer.decode(longer, true);
        int whole = all.length();
        while (whole > before && all.charAt(whole - 1) == REPLACEMENT) {
            whole--;
        }
        String more = whole > before + given ? all.substring(before + given, whole) : "";
        if (more.isEmpty() || whole < all.length()) {
            return new DecodedText(tokenizer, longer, known, given + more.length(), more);
        }
        int[] next = Arrays.copyOfRange(longer, known, longer.length);
        return new DecodedText(tokenizer, next, next.length, 0, more);
    }

    /** The text that came with the last token; empty while a character is not finished. */
    String added() {
        return added;
    }
}
