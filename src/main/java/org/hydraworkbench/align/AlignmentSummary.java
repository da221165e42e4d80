package org.hydraworkbench.align;

import java.util.Locale;
import org.hydraworkbench.align.model.AlignOptions;

/**
 * What happened when pairs were aligned.
 *
 * @param pairs number of pairs
 * @param emptySides pairs of which a side has no unit; they have no links
 * @param tooLong pairs longer than {@link AlignOptions#longest}; they have no links
 * @param links number of links
 * @param meanConfidence mean over all links, 0 where there is none
 */
public record AlignmentSummary(int pairs, int emptySides, int tooLong, int links, double meanConfidence) {

    /** Before the first pair. */
    static AlignmentSummary nothing() {
        return new AlignmentSummary(0, 0, 0, 0, 0);
    }

    /** This and what happened to further pairs. */
    AlignmentSummary and(AlignmentSummary more) {
        int all = Math.addExact(links, more.links);
        double sum = meanConfidence * links + more.meanConfidence * more.links;
        return new AlignmentSummary(
                Math.addExact(pairs, more.pairs), emptySides + more.emptySides, tooLong + more.tooLong, all, all == 0 ? 0 : sum / all);
    }

    /** The summary in one line, for a person. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%,d pairs, %,d links, mean confidence %.2f; without links: %,d with an empty side, %,d too long",
                pairs, links, meanConfidence, emptySides, tooLong);
    }
}
