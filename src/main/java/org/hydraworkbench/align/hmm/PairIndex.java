package org.hydraworkbench.align.hmm;

import java.util.Arrays;

/**
 * Finds pairs of numbers by their two members. Each row is a hash table of its own with open addressing, so that what is asked of one
 * row lies close together. Immutable.
 */
final class PairIndex {

    private static final long EMPTY = -1L;
    private static final int MIX = 0x9E3779B1;

    private final int[] starts;
    private final long[] slots;

    private PairIndex(int[] starts, long[] slots) {
        this.starts = starts;
        this.slots = slots;
    }

    /** Pairs {@code rows[k]} and {@code columns[k]}, none of them twice; each is found as k. */
    static PairIndex of(int[] rows, int[] columns) {
        int[] starts = new int[Arrays.stream(rows).max().orElse(-1) + 2];
        for (int row : rows) {
            starts[row + 1]++;
        }
        for (int row = 0; row + 1 < starts.length; row++) {
            int capacity = starts[row + 1] == 0 ? 0 : Integer.highestOneBit(starts[row + 1] + starts[row + 1] / 3) << 1;
            starts[row + 1] = Math.addExact(starts[row], capacity);
        }
        long[] slots = new long[starts[starts.length - 1]];
        Arrays.fill(slots, EMPTY);
        for (int k = 0; k < rows.length; k++) {
            int start = starts[rows[k]];
            int mask = starts[rows[k] + 1] - start - 1;
            int at = mixed(columns[k]) & mask;
            while (slots[start + at] != EMPTY) {
                at = (at + 1) & mask;
            }
            slots[start + at] = (long) columns[k] << 32 | k;
        }
        return new PairIndex(starts, slots);
    }

    /** The k of a pair, or {@link SparsePairs#ABSENT}; no pair has a negative member. */
    int find(int row, int column) {
        if (row < 0 || row + 1 >= starts.length || starts[row] == starts[row + 1]) {
            return SparsePairs.ABSENT;
        }
        int start = starts[row];
        int mask = starts[row + 1] - start - 1;
        int at = mixed(column) & mask;
        for (long slot = slots[start + at]; slot != EMPTY; slot = slots[start + at]) {
            if ((int) (slot >>> 32) == column) {
                return (int) slot;
            }
            at = (at + 1) & mask;
        }
        return SparsePairs.ABSENT;
    }

    private static int mixed(int column) {
        int product = column * MIX;
        return product ^ product >>> 15;
    }
}
