package org.hydraworkbench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

    /** How many tokens are to be predicted. */
    long scored() {
        return places().length;
    }

    /** Where a token is to be predicted, among the rows × length positions. */
    int[] places() {
        return IntStream.range(0, targets.length).filter(place -> targets[place] >= 0).toArray();
    }

    /** Which tokens are to be predicted there. */
    int[] wanted() {
        return IntStream.of(targets).filter(target -> target >= 0).toArray();
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
