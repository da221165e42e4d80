package org.hydraworkbench.app.translate;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Turns tokens into text as they come: what each adds to what was there. */
final class AnswerText {

    private static final String BROKEN = "\uFFFD";

    private final Tokenizer tokenizer;
    private final IntArrayList ids = new IntArrayList();
    private String shown = "";

    AnswerText(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** What this token adds; empty while a character spelt in bytes is not complete. */
    String add(int id) {
        ids.add(id);
        String whole = tokenizer.decode(ids.toIntArray(), true);
        if (whole.endsWith(BROKEN) || !whole.startsWith(shown)) {
            return "";
        }
        String added = whole.substring(shown.length());
        shown = whole;
        return added;
    }
}
