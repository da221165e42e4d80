package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleMaps;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.nio.file.Path;
import java.util.Arrays;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Counts T[target token][source token], sparse. */
public final class CountTable {

    private final Int2ObjectOpenHashMap<Int2DoubleOpenHashMap> rows = new Int2ObjectOpenHashMap<>();

    /** Adds to a count. */
    public void add(int target, int source, double count) {
        rows.computeIfAbsent(target, t -> new Int2DoubleOpenHashMap()).addTo(source, count);
    }

    /** A count, 0 where nothing was counted. */
    public double get(int target, int source) {
        return row(target).get(source);
    }

    /** The counts of a target token by source token; empty where there is none. */
    public Int2DoubleMap row(int target) {
        Int2DoubleOpenHashMap row = rows.get(target);
        return row == null ? Int2DoubleMaps.EMPTY_MAP : row;
    }

    /** Target tokens with counts, ascending. */
    public int[] targets() {
        int[] targets = rows.keySet().toIntArray();
        Arrays.sort(targets);
        return targets;
    }

    /** Source tokens with counts for a target token, ascending. */
    public int[] sources(int target) {
        int[] sources = row(target).keySet().toIntArray();
        Arrays.sort(sources);
        return sources;
    }

    /** Number of counts. */
    public int size() {
        int n = 0;
        for (Int2DoubleOpenHashMap row : rows.values()) {
            n += row.size();
        }
        return n;
    }

    /** Writes {@code {"counts": {target token: {source token: count}}}}; whole numbers without a point. */
    public void write(Path file, Tokenizer source, Tokenizer target) throws HydraException {
        MappingJson.writeCounts(this, file, source, target);
    }
}
