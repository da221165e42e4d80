package org.hydraworkbench.decode.choice;

/** Where a translation comes from. */
public enum Origin {
    /** The search by phrases. */
    PHRASES,
    /** The translation of a sentence that is like this one. */
    MEMORY,
    /** The same, with the words that differ exchanged. */
    REPAIR,
    /** Word by word. */
    GLOSS,
    /** A model. */
    MODEL
}
