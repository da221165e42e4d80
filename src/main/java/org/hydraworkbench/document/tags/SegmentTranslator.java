package org.hydraworkbench.document.tags;

import org.hydraworkbench.base.HydraException;

/** Translates a sentence without tags. */
@FunctionalInterface
public interface SegmentTranslator {

    /**
     * Translates.
     *
     * @param text on one line, with no white space around it and one space at most between words
     */
    SegmentAnswer translate(String text) throws HydraException;

    /** Whether a person said how this very text is translated, so that it is not to be cut into sentences. */
    default boolean isSaid(String text) throws HydraException {
        return false;
    }
}
