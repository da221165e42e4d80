package org.hydraworkbench.corpus;

/**
 * A sentence and its translation, as read. A side may be empty; neither holds a line feed.
 *
 * @param source the text in the source language
 * @param target the text in the target language
 */
public record SentencePair(String source, String target) {

    /** The pair seen from the other side. */
    public SentencePair reversed() {
        return new SentencePair(target, source);
    }
}
