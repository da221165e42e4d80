package org.hydraworkbench.model;

import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.jspecify.annotations.Nullable;

/**
 * The types of numbers that a model is kept and computed in.
 *
 * @param compute that in which it is computed
 * @param kept that of all weights in memory; null for that of each in its file. Where the two differ, a layer is cast when it is run
 */
record Arithmetic(NumberType compute, @Nullable NumberType kept) {

    /** Float32 for all. */
    static final Arithmetic FLOAT32 = new Arithmetic(NumberType.F32, NumberType.F32);

    /** Models of fewer parameters take little memory and are computed quickly as they are: exactness counts. */
    private static final long LARGE = 300_000_000;

    /**
     * What suits a model.
     *
     * @param file the type of its weights in the file
     * @param parameters how many there are
     * @param training whether some are trained: of these it matters what the file has, to the last bit
     */
    static Arithmetic of(TensorRuntime runtime, NumberType file, long parameters, boolean training) {
        boolean large = parameters >= LARGE && file != NumberType.F32;
        boolean half = runtime.precision() == Precision.BFLOAT16
                || runtime.precision() == Precision.AUTO && large && runtime.isFastAtBfloat16();
        if (!half) {
            return large ? new Arithmetic(NumberType.F32, null) : FLOAT32;
        }
        return new Arithmetic(NumberType.BF16, training ? null : NumberType.BF16);
    }

    /** The type in memory of a tensor that has the type {@code file} there. */
    NumberType of(NumberType file) {
        return kept == null ? file : kept;
    }

    /** Whether weights may have to be cast before they are used. */
    boolean casts() {
        return kept != compute;
    }
}
