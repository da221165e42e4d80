package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a step learns from, of one direction.
 *
 * @param direction number of the {@linkplain Trainee#directions direction}
 * @param rows sequences
 * @param length positions of each
 * @param ids for each table, row by row, the token at each position, −1 where it belongs to another table: tables × rows ×
 *     length numbers. The first table is the one that is written through
 * @param targets for each position the token of the first table to predict, −1 where none is
 */
record Batch(int direction, int rows, int length, int[] ids, int[] targets) {

    int tables() {
        return ids.length / targets.length;
    }

    /** All positions. */
    long tokens() {
        return (long) rows * length;
    }

    /** Positions where a token is to be predicted. */
    long scored() {
        long count = 0;
        for (int target : targets) {
            if (target >= 0) {
                count++;
            }
        }
        return count;
    }

    /** The same in at most {@code most} parts of nearly as many sequences each, in order. */
    List<Batch> parts(int most) {
        int count = Math.min(most, rows);
        if (count == 1) {
            return List.of(this);
        }
        List<Batch> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            int from = (int) ((long) rows * part / count);
            int to = (int) ((long) rows * (part + 1) / count);
            int each = (to - from) * length;
            int[] own = new int[tables() * each];
            for (int table = 0; table < tables(); table++) {
                System.arraycopy(ids, table * targets.length + from * length, own, table * each, each);
            }
            parts.add(new Batch(direction, to - from, length, own, Arrays.copyOfRange(targets, from * length, to * length)));
        }
        return parts;
    }
}
