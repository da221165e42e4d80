package org.hydraworkbench.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import org.hydraworkbench.align.ibm1.ExpectedCounts;
import org.hydraworkbench.align.tables.IndexedBitext;

/**
 * From expected counts of pairs of units to counts of pairs of tokens, by the two rules of the published method: half of a count is
 * spread over all pairs of tokens, half along the order of tokens.
 */
final class ReferenceCounts {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final CountTable counts;

    ReferenceCounts(CountTable counts) {
        this.counts = counts;
    }

    /**
     * Adds what is left of the expected counts after pruning.
     *
     * @param expected row 0 is NULL and skipped
     * @param bitext whose unit forms are token ids separated by spaces
     * @param minCount smaller whole counts are dropped
     */
    void add(ExpectedCounts expected, IndexedBitext bitext, int minCount) {
        int[][] targets = new int[bitext.target().vocabulary().size()][];
        for (int f = 0; f < targets.length; f++) {
            targets[f] = tokens(bitext.target().vocabulary().form(f));
        }
        for (int row = 1; row < expected.rows(); row++) {
            int[] sources = tokens(bitext.source().vocabulary().form(row - 1));
            double total = expected.total(row);
            double most = 0;
            for (int k = expected.rowStarts()[row]; k < expected.rowStarts()[row + 1]; k++) {
                most = Math.max(most, expected.values()[k] / total);
            }
            double threshold = most * most * most * most;
            for (int k = expected.rowStarts()[row]; k < expected.rowStarts()[row + 1]; k++) {
                double count = expected.values()[k];
                if (count >= minCount - 1 && count / total >= threshold && whole(count) >= minCount) {
                    addUnits(sources, targets[expected.columns()[k]], whole(count));
                }
            }
        }
    }

    /** The whole part of a count as printed with six significant digits. */
    static long whole(double count) {
        return new BigDecimal(count).round(SIX_DIGITS).longValue();
    }

    /** Adds a count of two units, given as their tokens. */
    void addUnits(int[] sources, int[] targets, long count) {
        int m = sources.length;
        int n = targets.length;
        if (m == 1 && n == 1) {
            counts.add(targets[0], sources[0], count);
            return;
        }
        long half = Math.max(1, count / 2);
        for (int source : sources) {
            for (int target : targets) {
                counts.add(target, source, Math.max(1, half / m));
            }
        }
        int common = greatestCommonDivisor(m, n);
        int sourceRepeats = n / common;
        int targetRepeats = m / common;
        long step = Math.max(1, half / targetRepeats);
        for (int k = 0; k < m * sourceRepeats; k++) {
            counts.add(targets[k / targetRepeats], sources[k / sourceRepeats], step);
        }
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static int[] tokens(String form) {
        return Arrays.stream(form.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
