package org.hydraworkbench.train;

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
}
