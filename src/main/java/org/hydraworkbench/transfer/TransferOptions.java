package org.hydraworkbench.transfer;

import org.hydraworkbench.weights.DType;

/**
 * What {@link Transfer#init} does beyond the plain method.
 *
 * @param seed for {@link TransferMethod#RANDOM}; the same seed gives the same bits
 * @param matchNorms for {@link TransferMethod#TRANS_TOKENIZATION}: stretch each row to the weighted mean of the lengths of
 *     its source rows, since averages are shorter than what they are averages of
 * @param tableType the type the new tables are stored in, which the model's configuration then names. Float32 keeps a row
 *     equal to its average; a half-width type saves room and rounds
 */
public record TransferOptions(long seed, boolean matchNorms, DType tableType) {

    public TransferOptions {
        if (tableType.configName().isEmpty()) {
            throw new IllegalArgumentException(tableType + " is no type of a table");
        }
    }

    /** Seed 0, lengths as they come, float32. */
    public static TransferOptions defaults() {
        return new TransferOptions(0, false, DType.F32);
    }

    public TransferOptions withSeed(long value) {
        return new TransferOptions(value, matchNorms, tableType);
    }

    public TransferOptions withMatchNorms(boolean value) {
        return new TransferOptions(seed, value, tableType);
    }

    public TransferOptions withTableType(DType value) {
        return new TransferOptions(seed, matchNorms, value);
    }
}
