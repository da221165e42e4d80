package org.hydraworkbench.eval;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;

/** How often each n-gram of one length occurs in one sentence. */
record NgramCounts(Object2IntOpenHashMap<String> counts, int total) {

    /** N-grams of code points. */
    static NgramCounts ofCharacters(int[] codePoints, int n) {
        Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();
        int total = Math.max(0, codePoints.length - n + 1);
        for (int i = 0; i < total; i++) {
            counts.addTo(new String(codePoints, i, n), 1);
        }
        return new NgramCounts(counts, total);
    }

    /** N-grams of words. */
    static NgramCounts ofWords(List<String> words, int n) {
        Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();
        int total = Math.max(0, words.size() - n + 1);
        for (int i = 0; i < total; i++) {
            counts.addTo(String.join(" ", words.subList(i, i + n)), 1);
        }
        return new NgramCounts(counts, total);
    }

    /** How many n-grams both have, each counted as often as the side that has fewer. */
    long matches(NgramCounts reference) {
        long matches = 0;
        for (Object2IntMap.Entry<String> entry : counts.object2IntEntrySet()) {
            matches += Math.min(entry.getIntValue(), reference.counts.getInt(entry.getKey()));
        }
        return matches;
    }
}
