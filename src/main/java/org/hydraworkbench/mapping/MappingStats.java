package org.hydraworkbench.mapping;

import java.util.EnumMap;
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
        Map<Origin, Integer> byOrigin = new EnumMap<>(Origin.class);
        for (Origin origin : Origin.values()) {
            byOrigin.put(origin, 0);
        }
        double entropy = 0;
        int filled = 0;
        for (int t = 0; t < mapping.targetSize(); t++) {
            MappingRow row = mapping.row(t);
            byOrigin.merge(row.origin(), 1, Integer::sum);
            if (row.size() > 0) {
                entropy += row.entropy();
                filled++;
            }
        }
        int ordinary = mapping.targetSize() - byOrigin.get(Origin.SPECIAL);
        int covered = byOrigin.get(Origin.EVIDENCE) + byOrigin.get(Origin.BACKOFF) + byOrigin.get(Origin.OVERRIDE);
        return new MappingStats(
                mapping.targetSize(),
                java.util.Collections.unmodifiableMap(byOrigin),
                ordinary == 0 ? 0 : (double) covered / ordinary,
                filled == 0 ? 0 : entropy / filled,
                byOrigin.get(Origin.UNKNOWN));
    }

    /** The numbers in one line, for a person. */
    public String describe() {
        return String.format(
                java.util.Locale.ROOT,
                "%,d tokens: %,d from links, %,d predefined, %,d special, %,d completed, %,d by hand, %,d unknown;"
                        + " coverage %.1f %%, mean entropy %.2f bits",
                tokens,
                byOrigin.getOrDefault(Origin.EVIDENCE, 0),
                byOrigin.getOrDefault(Origin.BACKOFF, 0),
                byOrigin.getOrDefault(Origin.SPECIAL, 0),
                byOrigin.getOrDefault(Origin.COMPLETED, 0),
                byOrigin.getOrDefault(Origin.OVERRIDE, 0),
                unmapped,
                100 * coverage,
                meanEntropy);
    }
}
