package org.hydraworkbench.transfer;

import org.hydraworkbench.mapping.SpellingMixture;
import org.hydraworkbench.weights.DType;

/**
 * What {@link Transfer#init} does beyond the plain method.
 *
 * @param seed for {@link TransferMethod#RANDOM}; the same seed gives the same bits
 * @param matchNorms for {@link TransferMethod#TRANS_TOKENIZATION}: stretch each row to the weighted mean of the lengths of
 *     its source rows, since averages are shorter than what they are averages of
 * @param spellingShare for {@link TransferMethod#TRANS_TOKENIZATION}: how much of a row comes of the old tokens that the token's text
 *     is cut into, from 0 to 1, see {@link SpellingMixture}
 * @param headScale for {@link TransferMethod#TRANS_TOKENIZATION}: how far the rows of an untied head stay from the mean of the old ones,
 *     above 0; 1 leaves them where they are
 * @param tableType the type the new tables are stored in, which the model's configuration then names. Float32 keeps a row
 *     equal to its average; a half-width type saves room and rounds
 */
public record TransferOptions(long seed, boolean matchNorms, double spellingShare, double headScale, DType tableType) {

    public TransferOptions {
        if (tableType.configName().isEmpty()) {
            throw new IllegalArgumentException(tableType + " is no type of a table");
        }
        if (!(spellingShare >= 0 && spellingShare <= 1 && headScale > 0 && headScale <= 1)) {
            throw new IllegalArgumentException("a share of " + spellingShare + ", a scale of " + headScale);
        }
    }

    /** As published (Remy et al. 2024): seed 0, lengths as they come, nothing of the spelling, the head as it comes, float32. */
    public static TransferOptions defaults() {
        return new TransferOptions(0, false, 0, 1, DType.F32);
    }

    /** What measuring has shown to begin best with a mapping from links: half of every row from the spelling, the head at half its scale. */
    public static TransferOptions improved() {
        return defaults().withSpellingShare(0.5).withHeadScale(0.5);
    }

    /** Whether trans-tokenization goes by the mapping alone. */
    boolean isPlain() {
        return spellingShare == 0 && headScale == 1;
    }

    public TransferOptions withSeed(long value) {
        return new TransferOptions(value, matchNorms, spellingShare, headScale, tableType);
    }

    public TransferOptions withMatchNorms(boolean value) {
        return new TransferOptions(seed, value, spellingShare, headScale, tableType);
    }

    public TransferOptions withTableType(DType value) {
        return new TransferOptions(seed, matchNorms, spellingShare, headScale, value);
    }

    public TransferOptions withSpellingShare(double value) {
        return new TransferOptions(seed, matchNorms, value, headScale, tableType);
    }

    public TransferOptions withHeadScale(double value) {
        return new TransferOptions(seed, matchNorms, spellingShare, value, tableType);
    }
}
