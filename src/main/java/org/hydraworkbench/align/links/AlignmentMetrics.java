package org.hydraworkbench.align.links;

import java.util.List;

/**
 * How well links agree with those drawn by people (Och and Ney 2003). With A the links found, S the sure and P the possible gold
 * links, S ⊂ P, counted over the whole corpus: precision |A∩P|/|A|, recall |A∩S|/|S|, alignment error rate
 * 1 − (|A∩S|+|A∩P|)/(|A|+|S|).
 */
public final class AlignmentMetrics {

    /**
     * The measures of a corpus, each 0 to 1.
     *
     * @param precision share of the found links that are at least possible; 1 where none was found
     * @param recall share of the sure links that were found; 1 where there is none
     * @param f1 harmonic mean of the two
     * @param aer alignment error rate, lower is better
     * @param found number of links found
     * @param sure number of sure gold links
     * @param possible number of sure or possible gold links
     */
    public record Scores(double precision, double recall, double f1, double aer, long found, long sure, long possible) {}

    /** Length of {@link #statistics}. */
    public static final int STATISTICS = 5;

    private AlignmentMetrics() {}

    /**
     * Scores links against gold links, pair by pair in the same order. A found link counts whether it is sure or possible; rejected
     * links count on neither side.
     */
    public static Scores score(List<Alignment> gold, List<Alignment> found) {
        if (gold.size() != found.size()) {
            throw new IllegalArgumentException(gold.size() + " gold and " + found.size() + " found alignments");
        }
        long[] sum = new long[STATISTICS];
        for (int p = 0; p < gold.size(); p++) {
            long[] pair = statistics(gold.get(p), found.get(p));
            for (int k = 0; k < STATISTICS; k++) {
                sum[k] += pair[k];
            }
        }
        return scores(sum);
    }

    /** The counts of one pair, which add up over pairs: |A|, |S|, |P|, |A∩S|, |A∩P|. */
    public static long[] statistics(Alignment gold, Alignment found) {
        long[] counts = new long[STATISTICS];
        for (Link link : gold.links()) {
            counts[1] += link.state() == LinkState.SURE ? 1 : 0;
            counts[2] += link.state() != LinkState.REJECTED ? 1 : 0;
        }
        for (Link link : found.links()) {
            if (link.state() != LinkState.REJECTED) {
                LinkState wanted = gold.state(link.source(), link.target());
                counts[0]++;
                counts[3] += wanted == LinkState.SURE ? 1 : 0;
                counts[4] += wanted == LinkState.SURE || wanted == LinkState.POSSIBLE ? 1 : 0;
            }
        }
        return counts;
    }

    /** The measures of a corpus from the sum of its pairs' {@link #statistics}; further numbers behind those are ignored. */
    public static Scores scores(long[] sum) {
        long found = sum[0];
        long sure = sum[1];
        double precision = found == 0 ? 1 : (double) sum[4] / found;
        double recall = sure == 0 ? 1 : (double) sum[3] / sure;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        double aer = found + sure == 0 ? 0 : 1 - (double) (sum[3] + sum[4]) / (found + sure);
        return new Scores(precision, recall, f1, aer, found, sure, sum[2]);
    }
}
