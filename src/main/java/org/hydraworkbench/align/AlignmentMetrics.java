package org.hydraworkbench.align;

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

    private AlignmentMetrics() {}

    /**
     * Scores links against gold links, pair by pair in the same order. A found link counts whether it is sure or possible; rejected
     * links count on neither side.
     */
    public static Scores score(List<Alignment> gold, List<Alignment> found) {
        if (gold.size() != found.size()) {
            throw new IllegalArgumentException(gold.size() + " gold and " + found.size() + " found alignments");
        }
        long sure = 0;
        long possible = 0;
        long all = 0;
        long inSure = 0;
        long inPossible = 0;
        for (int p = 0; p < gold.size(); p++) {
            List<Link> wanted = gold.get(p).links();
            int k = 0;
            for (Link link : wanted) {
                sure += link.state() == LinkState.SURE ? 1 : 0;
                possible += link.state() != LinkState.REJECTED ? 1 : 0;
            }
            for (Link link : found.get(p).links()) {
                if (link.state() == LinkState.REJECTED) {
                    continue;
                }
                all++;
                while (k < wanted.size() && wanted.get(k).compareTo(link) < 0) {
                    k++;
                }
                if (k < wanted.size() && wanted.get(k).compareTo(link) == 0) {
                    inSure += wanted.get(k).state() == LinkState.SURE ? 1 : 0;
                    inPossible += wanted.get(k).state() != LinkState.REJECTED ? 1 : 0;
                }
            }
        }
        double precision = all == 0 ? 1 : (double) inPossible / all;
        double recall = sure == 0 ? 1 : (double) inSure / sure;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        double aer = all + sure == 0 ? 0 : 1 - (double) (inSure + inPossible) / (all + sure);
        return new Scores(precision, recall, f1, aer, all, sure, possible);
    }
}
