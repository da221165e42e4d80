package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.Arrays;
import java.util.Comparator;

/**
 * P(source token | target token) for one target token: how its embedding is mixed from source embeddings.
 *
 * @param target id of the target token
 * @param sources ids of source tokens, heaviest first, equal weights by id; empty where nothing is known and the source
 *     has no unknown token, in which case the mean of all source rows is the neutral choice
 * @param weights beside {@code sources}, above 0, sum 1
 * @param origin where the row came from
 * @param evidence how much was counted for it: sum of its counts before they were normalised
 */
public record MappingRow(int target, int[] sources, double[] weights, Origin origin, double evidence) {

    public MappingRow {
        if (sources.length != weights.length) {
            throw new IllegalArgumentException(sources.length + " sources, " + weights.length + " weights");
        }
    }

    /** A row that is one source token. */
    public static MappingRow single(int target, int source, Origin origin) {
        return new MappingRow(target, new int[] {source}, new double[] {1}, origin, 0);
    }

    /** A row without any source token. */
    public static MappingRow empty(int target) {
        return new MappingRow(target, new int[0], new double[0], Origin.UNKNOWN, 0);
    }

    /** Normalises counts, all above 0, to a row. */
    public static MappingRow ofCounts(int target, Int2DoubleMap counts, Origin origin) {
        int[] ids = counts.keySet().toIntArray();
        Arrays.sort(ids);
        double total = 0;
        for (int id : ids) {
            total += counts.get(id);
        }
        int[] sources = Arrays.stream(ids)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer id) -> -counts.get((int) id)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[sources.length];
        for (int k = 0; k < sources.length; k++) {
            weights[k] = counts.get(sources[k]) / total;
        }
        return new MappingRow(target, sources, weights, origin, total);
    }

    /** Number of source tokens. */
    public int size() {
        return sources.length;
    }

    /** Shannon entropy of the weights in bits: 0 for one source token, log₂ n for n equal ones. */
    public double entropy() {
        double sum = 0;
        for (double weight : weights) {
            sum -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return Math.max(0, sum / Math.log(2));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MappingRow row
                && target == row.target
                && origin == row.origin
                && evidence == row.evidence
                && Arrays.equals(sources, row.sources)
                && Arrays.equals(weights, row.weights);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * target + Arrays.hashCode(sources)) + Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "MappingRow[" + target + " " + origin + " " + Arrays.toString(sources) + " " + Arrays.toString(weights) + "]";
    }
}
