package org.hydraworkbench.align.links;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidences mean what they say: of the links with confidence 0.9, nine in ten should be right. Links are put into ten
 * bins of equal width by their confidence; in each, the mean confidence stands beside the share of links that are right (the
 * reliability diagram of DeGroot and Fienberg 1983).
 *
 * @param bins from [0, 0.1) to [0.9, 1]
 */
public record ReliabilityTable(List<Bin> bins) {

    /** Number of bins. */
    public static final int BINS = 10;

    /**
     * The links whose confidence is at least {@code low} and less than {@code high}; the last bin has 1, too.
     *
     * @param count number of links
     * @param meanConfidence mean of their confidences; 0 without links
     * @param right share of them that are sure or possible in the gold links; 0 without links
     */
    public record Bin(double low, double high, long count, double meanConfidence, double right) {}

    public ReliabilityTable {
        bins = List.copyOf(bins);
    }

    /** Number of links in all bins. */
    public long count() {
        return bins.stream().mapToLong(Bin::count).sum();
    }

    /**
     * The expected calibration error, 0 to 1, less is better: the distance of mean confidence and share of right links, averaged
     * over bins with their counts as weights (Naeini, Cooper and Hauskrecht 2015). 0 without links.
     */
    public double expectedCalibrationError() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.meanConfidence() - bin.right());
        }
        return count() == 0 ? 0 : sum / count();
    }

    /** Takes pairs one by one. */
    public static final class Builder {

        private final long[] counts = new long[BINS];
        private final long[] right = new long[BINS];
        private final double[] confidences = new double[BINS];

        /** Adds the links found in a pair; rejected links count on neither side. */
        public Builder add(Alignment gold, Alignment found) {
            for (Link link : found.links()) {
                if (link.state() == LinkState.REJECTED) {
                    continue;
                }
                LinkState wanted = gold.state(link.source(), link.target());
                // The product of floats takes 0.7f, which is a little less than 0.7, to the bin that begins at 0.7.
                int bin = Math.min(BINS - 1, (int) (link.confidence() * BINS));
                counts[bin]++;
                right[bin] += wanted == LinkState.SURE || wanted == LinkState.POSSIBLE ? 1 : 0;
                confidences[bin] += link.confidence();
            }
            return this;
        }

        public ReliabilityTable build() {
            List<Bin> bins = new ArrayList<>(BINS);
            for (int b = 0; b < BINS; b++) {
                double count = Math.max(1, counts[b]);
                bins.add(new Bin(
                        (double) b / BINS, (double) (b + 1) / BINS, counts[b], confidences[b] / count, right[b] / count));
            }
            return new ReliabilityTable(bins);
        }
    }
}
