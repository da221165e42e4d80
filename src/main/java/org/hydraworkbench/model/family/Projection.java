package org.hydraworkbench.model.family;

/** Of how many matrices queries, keys and values come. */
enum Projection {
    /** Each of its own. */
    SEPARATE("separate"),
    /** All of one, in which all queries come first, then all keys. */
    FUSED("fused"),
    /** All of one, in which each head has its three one after another. */
    BY_HEAD("by-head");

    private final String part;

    Projection(String part) {
        this.part = part;
    }

    /** The kernel's part. */
    String part(boolean bias) {
        return part + (bias ? "-biased" : "");
    }
}
