package org.hydraworkbench.transfer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * What a table looks like as a whole.
 *
 * @param rows number of tokens
 * @param meanNorm mean Euclidean length of the rows
 * @param ownRows share of the rows that no other token has as well, 0 to 1: rows that were given the mean, or the unknown
 *     token's, are alike
 */
public record TableFacts(int rows, double meanNorm, double ownRows) {

    private static final int BLOCK = 4096;

    /** Reads the whole table once. */
    public static TableFacts of(SourceTable table, Progress progress) throws HydraException {
        Map<Integer, Integer> alike = new HashMap<>();
        int[] hashes = new int[table.rows()];
        float[] row = new float[table.width()];
        double norms = 0;
        for (int id = 0; id < table.rows(); id++) {
            if (id % BLOCK == 0) {
                progress.checkCancelled();
            }
            table.row(id, row);
            double squares = 0;
            for (float value : row) {
                squares += (double) value * value;
            }
            norms += Math.sqrt(squares);
            // Rows are told apart by a hash of 32 bits: of 100,000 different rows about one pair collides.
            hashes[id] = Arrays.hashCode(row);
            alike.merge(hashes[id], 1, Integer::sum);
        }
        long own = Arrays.stream(hashes).filter(hash -> alike.getOrDefault(hash, 0) == 1).count();
        return new TableFacts(table.rows(), norms / table.rows(), (double) own / table.rows());
    }
}
