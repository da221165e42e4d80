package org.hydraworkbench.align.links;

/** Which side of a pair explains the other. */
public enum Direction {
    /** The source is given, each target unit chooses a source unit or NULL. */
    FORWARD,
    /** The target is given, each source unit chooses a target unit or NULL. */
    REVERSE
}
