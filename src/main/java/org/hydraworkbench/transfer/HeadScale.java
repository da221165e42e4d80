package org.hydraworkbench.transfer;

import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Draws the rows of a new head towards the mean μ of the old one: μ + scale·(U − μ). A scale of ½ is a temperature of 2 to begin with: a
 * mixture of old rows must not be as sure of itself as those.
 */
final class HeadScale {

    private final SourceTable head;
    private final double[] mean;
    private final double scale;

    private HeadScale(SourceTable head, double[] mean, double scale) {
        this.head = head;
        this.mean = mean;
        this.scale = scale;
    }

    /** The scale around the mean of those rows of the head that belong to ordinary tokens; none where it would change nothing. */
    static Optional<HeadScale> of(EmbeddingTables tables, Tokenizer tokenizer, double scale) throws HydraException {
        SourceTable head = tables.head().orElse(null);
        if (head == null || scale == 1) {
            return Optional.empty();
        }
        double[] mean = head.mean(token -> token < tokenizer.size() && !tokenizer.isSpecial(token));
        return Optional.of(new HeadScale(head, mean, scale));
    }

    /** Whether {@code table} is the head. */
    boolean isOf(SourceTable table) {
        return table == head;
    }

    /** Draws the row in the beginning of {@code row}. */
    void apply(float[] row) {
        for (int i = 0; i < mean.length; i++) {
            row[i] = (float) (mean[i] + scale * (row[i] - mean[i]));
        }
    }
}
