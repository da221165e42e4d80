package org.hydraworkbench.document.tags;

/**
 * A tag in a text.
 *
 * @param code as it is written in the file, from its first character to its last
 * @param kind what it does
 * @param at before which code point of the text it stands, from 0; the length of the text for its end
 */
public record Tag(String code, Kind kind, int at) {

    /** What a tag does. */
    public enum Kind {
        /** Begins what its partner ends. */
        OPEN,
        /** Ends what its partner began. */
        CLOSE,
        /** Stands for itself: a picture, a line break, a footnote. */
        ALONE,
        /** Begins or ends something, but its partner is in another text, or the two cross another pair. Halves keep their order. */
        HALF
    }

    public Tag {
        if (code.isEmpty() || at < 0) {
            throw new IllegalArgumentException("no tag: \"" + code + "\" at " + at);
        }
    }

    /** The tag written otherwise. */
    public Tag withCode(String other) {
        return new Tag(other, kind, at);
    }

    Tag moved(int to) {
        return new Tag(code, kind, to);
    }
}
