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
 * @param maps whether weights that are kept as they are in the file stay there, mapped: they take no memory that is wanted by others. Of small models
 *     they do not, since a file that is mapped cannot be replaced on Windows
 */
record Arithmetic(NumberType compute, @Nullable NumberType kept, boolean maps) {

    /** Float32 for all. */
    static final Arithmetic FLOAT32 = new Arithmetic(NumberType.F32, NumberType.F32, false);

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
        boolean large = parameters >= LARGE;
        boolean maps = large && !runtime.usesGpu();
        boolean half = runtime.precision() == Precision.BFLOAT16
                || runtime.precision() == Precision.AUTO && large && file != NumberType.F32 && runtime.isFastAtBfloat16();
        if (half) {
            return new Arithmetic(NumberType.BF16, training ? null : NumberType.BF16, maps);
        }
        return new Arithmetic(NumberType.F32, large && file != NumberType.F32 ? null : NumberType.F32, maps);
    }

    /** The type in memory of a tensor that has the type {@code file} there. */
    NumberType of(NumberType file) {
        return kept == null ? file : kept;
    }

    /** Whether weights that have the type {@code file} in the file stay there. */
    boolean maps(NumberType file) {
        return maps && of(file) == file;
    }

    /** The same for weights that are copied. */
    Arithmetic copied() {
        return new Arithmetic(compute, kept, false);
    }

    /** Whether weights may have to be cast before they are used. */
    boolean casts() {
        return kept != compute;
    }
}
