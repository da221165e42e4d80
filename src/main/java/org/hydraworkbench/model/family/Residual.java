package org.hydraworkbench.model.family;

/** How both halves of a layer are added to the residual stream, and where the norms stand. */
public enum Residual {
    /** One after the other, each after a norm. */
    NORM_BEFORE("norm-before"),
    /** One after the other, with a norm of what each gives. */
    NORM_AFTER("norm-after"),
    /** One after the other, with norms before and after each. */
    NORM_AROUND("norm-around"),
    /** Both at once after one norm. */
    PARALLEL("parallel"),
    /** Both at once, each after a norm of its own. */
    PARALLEL_TWO_NORMS("parallel-two-norms");

    private final String part;

    Residual(String part) {
        this.part = part;
    }

    /** The kernel's part. */
    String part() {
        return part;
    }
}
