package org.hydraworkbench.model.family;

/** What becomes of queries and keys before they are turned. */
public enum HeadNorm {
    /** Nothing. */
    NONE("none"),
    /** A norm of each head by itself, with the same weight for all. */
    EACH("each"),
    /** A norm of all heads together. */
    ALL("all");

    private final String part;

    HeadNorm(String part) {
        this.part = part;
    }

    /** The kernel's part. */
    String part() {
        return part;
    }
}
