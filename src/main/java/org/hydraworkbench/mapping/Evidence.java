package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.tokenizer.Encoding;
import org.hydraworkbench.tokenizer.Segmentation;

/**
 * What links say about tokens: T[t][o] = Σ over links of w · ov(t) · ov(o), where w is what the link counts and ov the share of
 * the linked unit's characters that the token covers.
 *
 * <p>Kept by pairs of linked units, not by pairs of tokens: a link changes one number, and the row of a token is summed up from the
 * units it is part of whenever it is asked for. So an edit touches only the rows of the tokens in its own target units, and
 * taking an edit back restores every row to the last bit. Not for use by several threads at once.
 */
public final class Evidence {

    private final ShapeTable sources;
    private final ShapeTable targets;
    private final UnitPairs pairs;

    /** No evidence yet. */
    public Evidence() {
        this(new ShapeTable(), new ShapeTable(), new UnitPairs());
    }

    Evidence(ShapeTable sources, ShapeTable targets, UnitPairs pairs) {
        this.sources = sources;
        this.targets = targets;
        this.pairs = pairs;
    }

    /**
     * Adds the links of a sentence pair.
     *
     * @param pair its number or id, for examples
     * @param source the segmentation whose segments the links count, with tokens
     * @param target the same for the target side
     * @return the target tokens whose rows changed
     */
    public IntSet add(long pair, Segmentation source, Segmentation target, List<WeightedLink> links) {
        return replace(pair, source, target, List.of(), links);
    }

    /**
     * Exchanges the links of a sentence pair.
     *
     * @param before what was added for this pair, with the same segmentations
     * @param after what it has now
     * @return the target tokens whose rows changed
     */
    public IntSet replace(
            long pair, Segmentation source, Segmentation target, List<WeightedLink> before, List<WeightedLink> after) {
        Map<Cell, Long> old = byCell(before);
        Map<Cell, Long> now = byCell(after);
        IntSet touched = new IntOpenHashSet();
        old.forEach((cell, weight) -> {
            if (!weight.equals(now.get(cell))) {
                int slot = slot(source, target, cell);
                pairs.change(slot, -weight, -1);
                pairs.removeExample(slot, pair);
                touched.addAll(tokens(slot));
            }
        });
        now.forEach((cell, weight) -> {
            int slot = slot(source, target, cell);
            if (!weight.equals(old.get(cell))) {
                pairs.change(slot, weight, 1);
                touched.addAll(tokens(slot));
            }
            pairs.addExample(slot, pair);
        });
        return touched;
    }

    /** Weights by linked units; links that count nothing are left out. */
    private static Map<Cell, Long> byCell(List<WeightedLink> links) {
        Map<Cell, Long> map = new LinkedHashMap<>();
        for (WeightedLink link : links) {
            long weight = UnitPairs.fixed(link.weight());
            if (weight > 0 && map.put(new Cell(link.source(), link.target()), weight) != null) {
                throw new IllegalArgumentException("two links join the same units: " + link);
            }
        }
        return map;
    }

    private int slot(Segmentation source, Segmentation target, Cell cell) {
        return pairs.slot(sources.add(shape(source, cell.source())), targets.add(shape(target, cell.target())));
    }

    private IntList tokens(int slot) {
        return IntArrayList.wrap(targets.get(pairs.target(slot)).tokens());
    }

    private static UnitShape shape(Segmentation segmentation, int segment) {
        Encoding encoding = segmentation.encoding();
        if (encoding == null) {
            throw new IllegalArgumentException("evidence needs segmentations with tokens");
        }
        return UnitShape.of(segmentation.segments().get(segment), encoding);
    }

    /** The counts of a target token by source token; empty without evidence. Cells are summed in a fixed order. */
    public Int2DoubleOpenHashMap row(int target) {
        Int2DoubleOpenHashMap row = new Int2DoubleOpenHashMap();
        for (int shape : targets.with(target)) {
            double share = targets.get(shape).share(target);
            for (int slot : pairs.withTarget(shape)) {
                double weight = pairs.weight(slot) * share;
                if (weight > 0) {
                    UnitShape source = sources.get(pairs.source(slot));
                    for (int k = 0; k < source.tokens().length; k++) {
                        row.addTo(source.tokens()[k], weight * source.shares()[k]);
                    }
                }
            }
        }
        return row;
    }

    /** Target tokens that are part of any linked unit, ascending; some may have lost their evidence. */
    public int[] targets() {
        return targets.tokens();
    }

    /** Number of links in which a target token takes part. */
    public int links(int target) {
        int links = 0;
        for (int shape : targets.with(target)) {
            for (int slot : pairs.withTarget(shape)) {
                links += pairs.links(slot);
            }
        }
        return links;
    }

    /** At most five sentence pairs in which the two tokens are linked, those of the heaviest units first. */
    public long[] examples(int target, int source) {
        record Weighted(int slot, double weight) {}
        List<Weighted> found = new ArrayList<>();
        for (int shape : targets.with(target)) {
            for (int slot : pairs.withTarget(shape)) {
                double weight = pairs.weight(slot)
                        * targets.get(shape).share(target)
                        * sources.get(pairs.source(slot)).share(source);
                if (weight > 0) {
                    found.add(new Weighted(slot, weight));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Weighted::weight).reversed());
        LongLinkedOpenHashSet examples = new LongLinkedOpenHashSet();
        for (Weighted weighted : found) {
            for (long pair : pairs.examples(weighted.slot())) {
                if (examples.size() < UnitPairs.MOST_EXAMPLES) {
                    examples.add(pair);
                }
            }
        }
        return examples.toLongArray();
    }

    /** Writes the evidence to one binary file. */
    public void save(Path file) throws HydraException {
        EvidenceFile.save(this, file);
    }

    /** Reads what {@link #save} wrote; every row is the same to the last bit. */
    public static Evidence load(Path file) throws HydraException {
        return EvidenceFile.load(file);
    }

    ShapeTable sourceShapes() {
        return sources;
    }

    ShapeTable targetShapes() {
        return targets;
    }

    UnitPairs unitPairs() {
        return pairs;
    }
}
