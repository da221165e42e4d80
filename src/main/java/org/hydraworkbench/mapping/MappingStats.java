package org.hydraworkbench.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A mapping in a few numbers.
 *
 * @param tokens number of target tokens
 * @param byOrigin how many rows came from where; every origin has an entry
 * @param coverage share of ordinary rows (not special) that come from evidence, predefined entries or a person, 0 to 1
 * @param meanEntropy mean over the rows with source tokens, in bits
 * @param unmapped rows of which nothing is known
 */
public record MappingStats(int tokens, Map<Origin, Integer> byOrigin, double coverage, double meanEntropy, int unmapped) {

    public static MappingStats of(TokenMapping mapping) {
        int[] counts = new int[Origin.values().length];
        double entropy = 0;
        int filled = 0;
        for (int t = 0; t < mapping.targetSize(); t++) {
            MappingRow row = mapping.row(t);
            counts[row.origin().ordinal()]++;
            if (row.size() > 0) {
                entropy += row.entropy();
                filled++;
            }
        }
        Map<Origin, Integer> byOrigin = new EnumMap<>(Origin.class);
        for (Origin origin : Origin.values()) {
            byOrigin.put(origin, counts[origin.ordinal()]);
        }
        int ordinary = mapping.targetSize() - counts[Origin.SPECIAL.ordinal()];
        int covered = counts[Origin.EVIDENCE.ordinal()]
                + counts[Origin.BACKOFF.ordinal()];
        return new MappingStats(
                mapping.targetSize(),
                Collections.unmodifiableMap(byOrigin),
                ordinary == 0 ? 0 : (double) covered / ordinary,
                filled == 0 ? 0 : entropy / filled,
                counts[Origin.UNKNOWN.ordinal()]);
    }

    /** Number of rows from one origin. */
    public int count(Origin origin) {
        return byOrigin.getOrDefault(origin, 0);
    }

    /** The numbers in one line, for a person. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "%,d tokens: %,d from links, %,d predefined, %,d special, %,d completed, %,d unknown;"
                        + " coverage %.1f %%, mean entropy %.2f bits",
                tokens,
                count(Origin.EVIDENCE),
                count(Origin.BACKOFF),
                count(Origin.SPECIAL),
                count(Origin.COMPLETED),
                unmapped,
                100 * coverage,
                meanEntropy);
    }
}
