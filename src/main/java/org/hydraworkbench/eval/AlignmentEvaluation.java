package org.hydraworkbench.eval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentAgreement;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.ReliabilityTable;

/**
 * Measures links against gold links: takes pair after pair and keeps a few counts of each, from which come all measures, their
 * bootstrap intervals and the comparison with another set of links. Either all pairs come with their lengths, or none.
 */
public final class AlignmentEvaluation {

    private final List<long[]> statistics = new ArrayList<>();
    private final ReliabilityTable.Builder reliability = new ReliabilityTable.Builder();
    private boolean confident;

    /** Adds a pair whose lengths are not known. */
    public void add(Alignment gold, Alignment found) {
        add(gold, found, new long[0]);
    }

    /** Adds a pair of {@code sources} and {@code targets} units. */
    public void add(Alignment gold, Alignment found, int sources, int targets) {
        add(gold, found, AlignmentAgreement.statistics(gold, found, sources, targets));
    }

    private void add(Alignment gold, Alignment found, long[] agreement) {
        long[] counts = new long[AlignmentMetrics.STATISTICS + agreement.length];
        System.arraycopy(AlignmentMetrics.statistics(gold, found), 0, counts, 0, AlignmentMetrics.STATISTICS);
        System.arraycopy(agreement, 0, counts, AlignmentMetrics.STATISTICS, agreement.length);
        if (!statistics.isEmpty() && statistics.getFirst().length != counts.length) {
            throw new IllegalStateException("some pairs come with their lengths, others without");
        }
        statistics.add(counts);
        reliability.add(gold, found);
        for (Link link : found.links()) {
            confident |= link.confidence() < 1;
        }
    }

    /** Number of pairs. */
    public int size() {
        return statistics.size();
    }

    /** Every measure that can be computed, of all pairs together. */
    public Map<AlignmentMeasure, Double> scores() {
        long[] sum = Bootstrap.sum(counts());
        Map<AlignmentMeasure, Double> scores = new EnumMap<>(AlignmentMeasure.class);
        for (AlignmentMeasure measure : measures()) {
            scores.put(measure, measure.score(sum));
        }
        return scores;
    }

    /**
     * The percentile bootstrap interval of every measure, over draws of pairs.
     *
     * @param level the share of draws inside, for example 0.95
     */
    public Map<AlignmentMeasure, Bootstrap.Interval> intervals(int samples, double level, long seed) {
        Bootstrap draws = Bootstrap.draw(counts(), samples, seed);
        Map<AlignmentMeasure, Bootstrap.Interval> intervals = new EnumMap<>(AlignmentMeasure.class);
        for (AlignmentMeasure measure : measures()) {
            intervals.put(measure, draws.interval(measure::score, level));
        }
        return intervals;
    }

    /** Whether these links differ from those of {@code baseline}, measured on the same pairs, by more than chance. */
    public Map<AlignmentMeasure, PairedBootstrap.Result> against(AlignmentEvaluation baseline, int samples, long seed) {
        Map<AlignmentMeasure, PairedBootstrap.Result> results = new EnumMap<>(AlignmentMeasure.class);
        for (AlignmentMeasure measure : measures()) {
            results.put(measure, PairedBootstrap.test(baseline.counts(), counts(), measure::score, samples, seed));
        }
        return results;
    }

    /** Whether any found link has a confidence other than 1. */
    public boolean hasConfidences() {
        return confident;
    }

    /** Whether the confidences of the found links mean what they say. */
    public ReliabilityTable reliability() {
        return reliability.build();
    }

    private List<AlignmentMeasure> measures() {
        boolean withLengths = statistics.getFirst().length > AlignmentMetrics.STATISTICS;
        List<AlignmentMeasure> measures = new ArrayList<>(List.of(AlignmentMeasure.values()));
        if (!withLengths) {
            measures.remove(AlignmentMeasure.KAPPA);
        }
        return measures;
    }

    private long[][] counts() {
        if (statistics.isEmpty()) {
            throw new IllegalStateException("no pairs were added");
        }
        return statistics.toArray(long[][]::new);
    }
}
