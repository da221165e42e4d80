package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * The linked pairs of unit shapes: summed weight, number of links and at most five example pairs each.
 *
 * <p>Weights are summed as whole numbers of 2⁻²⁴, so a sum does not depend on the order of its parts and taking a part away gives
 * exactly what was there before.
 */
final class UnitPairs {

    static final int MOST_EXAMPLES = 5;

    private static final double UNIT = 1 << 24;
    private static final int NONE = -1;

    private final Long2IntOpenHashMap slots = new Long2IntOpenHashMap();
    private final IntArrayList sources = new IntArrayList();
    private final IntArrayList targets = new IntArrayList();
    private final LongArrayList weights = new LongArrayList();
    private final IntArrayList links = new IntArrayList();
    private final IntArrayList firstExample = new IntArrayList();
    private final LongArrayList examplePairs = new LongArrayList();
    private final IntArrayList nextExample = new IntArrayList();
    private final List<IntArrayList> byTarget = new ArrayList<>();

    UnitPairs() {
        slots.defaultReturnValue(NONE);
    }

    /** Number of pairs of shapes, those included that lost all their links. */
    int size() {
        return sources.size();
    }

    int source(int slot) {
        return sources.getInt(slot);
    }

    int target(int slot) {
        return targets.getInt(slot);
    }

    double weight(int slot) {
        return weights.getLong(slot) / UNIT;
    }

    int links(int slot) {
        return links.getInt(slot);
    }

    /** The slot of a pair of shapes, a new one where it is new. */
    int slot(int source, int target) {
        long key = (long) source << 32 | target;
        int slot = slots.get(key);
        if (slot != NONE) {
            return slot;
        }
        slot = sources.size();
        slots.put(key, slot);
        sources.add(source);
        targets.add(target);
        weights.add(0);
        links.add(0);
        firstExample.add(NONE);
        while (byTarget.size() <= target) {
            byTarget.add(new IntArrayList(1));
        }
        byTarget.get(target).add(slot);
        return slot;
    }

    /** The slots of a target shape. */
    IntList withTarget(int target) {
        return target < byTarget.size() ? byTarget.get(target) : IntLists.emptyList();
    }

    /** Adds to the weight, in units of 2⁻²⁴, and to the number of links. */
    void change(int slot, long weight, int count) {
        weights.set(slot, weights.getLong(slot) + weight);
        links.set(slot, links.getInt(slot) + count);
    }

    /** A weight in units of 2⁻²⁴. */
    static long fixed(double weight) {
        return Math.round(weight * UNIT);
    }

    long fixedWeight(int slot) {
        return weights.getLong(slot);
    }

    /** Remembers an example, while there are fewer than five. */
    void addExample(int slot, long pair) {
        int last = NONE;
        int count = 0;
        for (int at = firstExample.getInt(slot); at != NONE; at = nextExample.getInt(at)) {
            if (examplePairs.getLong(at) == pair) {
                return;
            }
            last = at;
            count++;
        }
        if (count < MOST_EXAMPLES) {
            examplePairs.add(pair);
            nextExample.add(NONE);
            int added = nextExample.size() - 1;
            if (last == NONE) {
                firstExample.set(slot, added);
            } else {
                nextExample.set(last, added);
            }
        }
    }

    /** Forgets an example. */
    void removeExample(int slot, long pair) {
        int last = NONE;
        for (int at = firstExample.getInt(slot); at != NONE; at = nextExample.getInt(at)) {
            if (examplePairs.getLong(at) == pair) {
                if (last == NONE) {
                    firstExample.set(slot, nextExample.getInt(at));
                } else {
                    nextExample.set(last, nextExample.getInt(at));
                }
                return;
            }
            last = at;
        }
    }

    /** The examples of a slot, oldest first. */
    LongArrayList examples(int slot) {
        LongArrayList examples = new LongArrayList();
        for (int at = firstExample.getInt(slot); at != NONE; at = nextExample.getInt(at)) {
            examples.add(examplePairs.getLong(at));
        }
        return examples;
    }
}
