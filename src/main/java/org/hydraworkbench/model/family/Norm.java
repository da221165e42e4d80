package org.hydraworkbench.model.family;

/** How a vector is brought to a common size. */
public enum Norm {
    /** By its root mean square, times the weight (Zhang and Sennrich 2019). */
    RMS("rms"),
    /** The same, times one more than the weight. */
    RMS_ONE_MORE("rms-one-more"),
    /** By its deviation from its mean, times the weight. */
    MEAN("mean");

    private final String part;

    Norm(String part) {
        this.part = part;
    }

    /** The kernel's part. */
    String part() {
        return part;
    }

    /** What a fresh one is filled with, so that it leaves a size alone. */
    float fresh() {
        return this == RMS_ONE_MORE ? 0 : 1;
    }
}
