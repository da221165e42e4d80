package org.hydraworkbench.align.hmm;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;

/** What the entries of a glossary are worth as pseudo-counts of pairs of types. */
final class GlossaryCounts {

    private GlossaryCounts() {}

    /**
     * Adds to {@code counts} what a glossary says of the numbered pairs of types; nothing for words that are in no sentence pair together. An
     * entry of several units spreads its worth over their pairs. A pair of types in several entries has the worth of the best one.
     */
    static void add(TypePairs pairs, List<Supervision.Entry> glossary, float[] counts) {
        Vocabulary sources = pairs.bitext().source().vocabulary();
        Vocabulary targets = pairs.bitext().target().vocabulary();
        Int2ObjectMap<Int2DoubleOpenHashMap> rows = new Int2ObjectOpenHashMap<>();
        for (Supervision.Entry entry : glossary) {
            float worth = HmmModel.GLOSSARY_WEIGHT / Math.max(entry.source().size(), entry.target().size());
            int[] known = targets.ids(entry.target().stream().map(HmmModel::fold).toList());
            for (int e : sources.ids(entry.source().stream().map(HmmModel::fold).toList())) {
                Int2DoubleOpenHashMap row = rows.computeIfAbsent(e, type -> new Int2DoubleOpenHashMap());
                for (int f : known) {
                    row.put(f, Math.max(worth, row.get(f)));
                }
            }
        }
        rows.remove(Vocabulary.ABSENT);
        rows.forEach((e, row) -> {
            for (int id = pairs.rowStarts()[e]; id < pairs.rowStarts()[e + 1]; id++) {
                counts[id] += (float) row.get(pairs.columns()[id]);
            }
        });
    }
}
