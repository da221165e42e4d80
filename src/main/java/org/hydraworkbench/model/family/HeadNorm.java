package org.hydraworkbench.model.family;

/** What becomes of queries and keys before they are turned. */
public enum HeadNorm {
    /** Nothing. */
    NONE("none"),
    /** A norm of each head by itself, with the same weight for all. */
    EACH("each"),
    /** A norm of each head by itself, with a weight of its own. */
    OWN("each"),
    /** A norm of all heads together. */
    ALL("all");

    private final String part;

    HeadNorm(String part) {
        this.part = part;
    }

    /** The shape of the weight of so many heads. */
    long[] shape(int heads, int headDim) {
        return switch (this) {
            case NONE -> throw new IllegalStateException("there is no such norm");
            case EACH -> new long[] {headDim};
            case OWN -> new long[] {heads, headDim};
            case ALL -> new long[] {(long) heads * headDim};
        };
    }

    /** The kernel's part. */
    String part() {
        return part;
    }
}
