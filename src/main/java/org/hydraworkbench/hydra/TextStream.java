package org.hydraworkbench.hydra;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The text of a sequence of tokens that grows. A character may take several tokens, so the end is held back while it is no
 * whole character.
 */
final class TextStream {

    private static final char REPLACEMENT = '\uFFFD';

    private final Tokenizer tokenizer;
    private final IntArrayList ids = new IntArrayList();

    TextStream(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Adds a token and returns the whole text so far, without an unfinished character at its end. */
    String add(int id) {
        ids.add(id);
        String text = tokenizer.decode(ids.toIntArray(), true);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == REPLACEMENT) {
            end--;
        }
        return text.substring(0, end);
    }
}
