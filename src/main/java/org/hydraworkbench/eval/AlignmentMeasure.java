package org.hydraworkbench.eval;

import java.util.Arrays;
import java.util.Locale;
import org.hydraworkbench.align.links.AlignmentAgreement;
import org.hydraworkbench.align.links.AlignmentMetrics;

/** A measure of links against gold links, computed from counts that add up over pairs ({@link AlignmentEvaluation}). */
public enum AlignmentMeasure {
    /** {@link AlignmentMetrics.Scores#aer}. */
    AER("AER"),
    /** {@link AlignmentMetrics.Scores#precision}. */
    PRECISION("precision"),
    /** {@link AlignmentMetrics.Scores#recall}. */
    RECALL("recall"),
    /** {@link AlignmentMetrics.Scores#f1}. */
    F1("F1"),
    /** {@link AlignmentAgreement#kappa}; only where the lengths of the pairs are known. */
    KAPPA("kappa");

    private final String title;

    AlignmentMeasure(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Its name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measure of summed counts: those of {@link AlignmentMetrics}, then those of {@link AlignmentAgreement}. */
    double score(long[] sum) {
        return switch (this) {
            case AER -> AlignmentMetrics.scores(sum).aer();
            case PRECISION -> AlignmentMetrics.scores(sum).precision();
            case RECALL -> AlignmentMetrics.scores(sum).recall();
            case F1 -> AlignmentMetrics.scores(sum).f1();
            case KAPPA -> AlignmentAgreement.kappa(Arrays.copyOfRange(sum, AlignmentMetrics.STATISTICS, sum.length));
        };
    }
}
