package org.hydraworkbench.model.runtime;

import org.hydraworkbench.base.Choice;

/** In which numbers models are computed. */
public enum Precision {
    /** bfloat16 for large models whose files have no more, where the device is fast at it; float32 for all else. */
    AUTO,
    /** float32, four bytes a number. */
    FLOAT32,
    /** bfloat16, two bytes a number; sums and norms in float32, as transformers does. */
    BFLOAT16;

    /** By these they are stored and typed. */
    public static final Choice<Precision> CODES = Choice.of(values(), precision -> switch (precision) {
        case AUTO -> "auto";
        case FLOAT32 -> "float32";
        case BFLOAT16 -> "bfloat16";
    });
}
