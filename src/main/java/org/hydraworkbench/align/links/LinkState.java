package org.hydraworkbench.align.links;

/** What is held about a link. */
public enum LinkState {
    /** The two units translate each other. */
    SURE,
    /** They may be linked, as in free translations; counts as right when scored, but is not asked for (Och and Ney 2003). */
    POSSIBLE,
    /** A person said that they are not linked. Occurs only in edits, never in a model's output. */
    REJECTED
}
