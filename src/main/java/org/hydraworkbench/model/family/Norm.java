package org.hydraworkbench.model.family;

import java.util.Arrays;

/** How a vector is brought to a common size. */
public enum Norm {
    /** By its root mean square, times the weight (Zhang and Sennrich 2019). */
    RMS("rms"),
    /** The same, times one more than the weight. */
    RMS_ONE_MORE("rms-one-more"),
    /** By its deviation from its mean, times the weight. */
    MEAN("mean"),
    /** The same, and something is added (Ba et al. 2016): its weight is both, one after the other. */
    MEAN_BIASED("mean-biased");

    private final String part;

    Norm(String part) {
        this.part = part;
    }

    /** The kernel's part. */
    String part() {
        return part;
    }

    /** How many numbers a norm of {@code width} has. */
    long numbers(long width) {
        return this == MEAN_BIASED ? 2 * width : width;
    }

    /** A fresh one of {@code width}, which leaves a size alone. */
    float[] fresh(int width) {
        float[] values = new float[Math.toIntExact(numbers(width))];
        Arrays.fill(values, 0, width, this == RMS_ONE_MORE ? 0 : 1);
        return values;
    }
}
