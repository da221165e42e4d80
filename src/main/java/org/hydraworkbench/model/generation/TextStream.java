package org.hydraworkbench.model.generation;

import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * The text of a sequence of tokens that grows, as it can be shown: what is no whole character yet is held back, and what may become a
 * text that ends it; that text and what follows it is never shown.
 */
public final class TextStream {

    private final StopTexts stops;
    private final StringBuilder shown = new StringBuilder();
    private DecodedText decoded;
    private String held = "";
    private boolean ended;

    /**
     * A stream that begins after {@code before}.
     *
     * @param before tokens that stand before, whose text is not part of this
     */
    public TextStream(Tokenizer tokenizer, StopTexts stops, int... before) {
        this.stops = stops;
        this.decoded = DecodedText.after(tokenizer, before);
    }

    /** The text of tokens that stand after others. */
    public static String textOf(Tokenizer tokenizer, StopTexts stops, int[] before, int... ids) throws StateException {
        TextStream stream = new TextStream(tokenizer, stops, before);
        for (int id : ids) {
            stream.add(id);
        }
        stream.end();
        return stream.text();
    }

    /** Adds a token and returns what can be shown of the text now, and could not before. */
    public String add(int id) throws StateException {
        if (ended) {
            return "";
        }
        decoded = decoded.with(id);
        held += decoded.added();
        int end = stops.find(held);
        ended = end >= 0;
        return show(ended ? end : held.length() - stops.begun(held));
    }

    /** To be called when no more tokens come: returns what was held back of a text that did not end after all. */
    public String end() {
        return ended ? "" : show(held.length());
    }

    private String show(int length) {
        String next = held.substring(0, length);
        held = held.substring(length);
        shown.append(next);
        return next;
    }

    /** All that can be shown so far. */
    public String text() {
        return shown.toString();
    }

    /** Whether a text came that ends it. */
    public boolean isEnded() {
        return ended;
    }
}
