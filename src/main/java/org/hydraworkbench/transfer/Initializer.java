package org.hydraworkbench.transfer;

import org.hydraworkbench.base.HydraException;

/** A way to make the rows of a new table from those of an old one. The same for the input table and an untied head. */
public sealed interface Initializer permits TransTokenization, MeanRows, RandomRows, CopyOverlap {

    /** The rows of one new table. */
    @FunctionalInterface
    interface Rows {
        /** Makes the row of target token {@code target} in the beginning of {@code into}. Thread-safe. */
        void row(int target, float[] into) throws HydraException;
    }

    /**
     * Prepares the making of a table like {@code source}.
     *
     * @throws HydraException when the method does not fit the table
     */
    Rows over(SourceTable source) throws HydraException;
}
