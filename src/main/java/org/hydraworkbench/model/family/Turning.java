package org.hydraworkbench.model.family;

/** How queries and keys are turned by where they stand (RoFormer, Su et al. 2021). */
enum Turning {
    /** Not at all. */
    NONE("none"),
    /** The pairs that are turned together lie in two halves of a head. */
    HALVES("halves"),
    /** They lie side by side. */
    NEIGHBOURS("neighbours");

    private final String part;

    Turning(String part) {
        this.part = part;
    }

    /**
     * The kernel's part.
     *
     * @param partly whether only the first numbers of a head turn
     */
    String part(boolean partly) {
        if (partly && this == NEIGHBOURS) {
            throw new IllegalStateException("no family turns neighbours of a part of a head");
        }
        return partly && this == HALVES ? "first-halves" : part;
    }
}
