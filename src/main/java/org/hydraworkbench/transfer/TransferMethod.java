package org.hydraworkbench.transfer;

import java.util.Locale;

/** How the rows of a new vocabulary are made from those of the old one. */
public enum TransferMethod {
    /** Weighted averages of source rows by P(source token | target token), Remy et al. 2024, section 3. */
    TRANS_TOKENIZATION,
    /** Every row is the mean of the source rows. */
    MEAN,
    /** Every row is drawn from the normal distribution of the source rows, with their full covariance, Hewitt 2021. */
    RANDOM,
    /** A token that both vocabularies spell alike keeps its row, every other gets the mean. */
    COPY_OVERLAP;

    /** The name on the command line, for example {@code copy-overlap}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
