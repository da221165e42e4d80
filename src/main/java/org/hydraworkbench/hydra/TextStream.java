package org.hydraworkbench.hydra;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The text of a sequence of tokens that grows. A character may take several tokens, so the end is held back while it is no
 * whole character.
 */
public final class TextStream {

    private static final char REPLACEMENT = '\uFFFD';

    private final Tokenizer tokenizer;
    private final IntArrayList ids = new IntArrayList();

    /** A stream that begins with the text of {@code ids}. */
    public TextStream(Tokenizer tokenizer, int... ids) {
        this.tokenizer = tokenizer;
        this.ids.addElements(0, ids);
    }

    /** The whole text so far, without an unfinished character at its end. */
    public String text() throws StateException {
        String text = tokenizer.decode(ids.toIntArray(), true);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == REPLACEMENT) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Adds a token and returns the whole text so far, without an unfinished character at its end. */
    public String add(int id) throws StateException {
        ids.add(id);
        return text();
    }
}
