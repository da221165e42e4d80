package org.hydraworkbench.align.hmm;

import java.io.IOException;
import java.util.Arrays;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * Counts of pairs, found by their two members. Immutable.
 *
 * @param rows the members of the source side
 * @param columns the members of the target side
 * @param counts links, forward at {@code 2 k}, reverse at {@code 2 k + 1}
 * @param cells cells of the training text that joined the two
 * @param priors pseudo-counts
 * @param index the place k of a pair
 */
record SparsePairs(int[] rows, int[] columns, int[] counts, int[] cells, float[] priors, PairIndex index) {

    /** What {@link #find} answers for a pair that is not there. */
    static final int ABSENT = -1;

    SparsePairs(int[] rows, int[] columns, int[] counts, int[] cells, float[] priors) {
        this(rows, columns, counts, cells, priors, PairIndex.of(rows, columns));
    }

    /**
     * Keeps those of all pairs that have a link in either direction or a pseudo-count.
     *
     * @param rowStarts row {@code r} has the pairs from {@code rowStarts[r]} to before {@code rowStarts[r + 1]}
     * @param cells for each pair, how many cells it has
     */
    static SparsePairs of(int[] rowStarts, int[] columns, int[] counts, int[] cells, float[] priors) {
        int[] kept = new int[columns.length];
        int[] rows = new int[columns.length];
        int size = 0;
        for (int row = 0; row + 1 < rowStarts.length; row++) {
            for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                if (counts[2 * k] + counts[2 * k + 1] > 0 || priors[k] > 0) {
                    rows[size] = row;
                    kept[size++] = k;
                }
            }
        }
        int[] keptColumns = new int[size];
        int[] keptCounts = new int[2 * size];
        int[] keptCells = new int[size];
        float[] keptPriors = new float[size];
        for (int at = 0; at < size; at++) {
            int k = kept[at];
            keptColumns[at] = columns[k];
            keptCounts[2 * at] = counts[2 * k];
            keptCounts[2 * at + 1] = counts[2 * k + 1];
            keptCells[at] = cells[k];
            keptPriors[at] = priors[k];
        }
        return new SparsePairs(Arrays.copyOf(rows, size), keptColumns, keptCounts, keptCells, keptPriors);
    }

    /** The place of a pair, or {@link #ABSENT}; members may be {@link Vocabulary#ABSENT}. */
    int find(int row, int column) {
        return index.find(row, column);
    }

    void write(BinaryOutput out) throws IOException {
        out.putInts(rows);
        out.putInts(columns);
        out.putInts(counts);
        out.putInts(cells);
        out.putFloats(priors);
    }

    /** Reads what {@link #write} wrote, for sides with so many members. */
    static SparsePairs read(BinaryInput in, int sources, int targets) throws IOException, HydraException {
        int[] rows = in.getInts();
        int[] columns = in.getInts();
        int[] counts = in.getInts();
        int[] cells = in.getInts();
        float[] priors = in.getFloats();
        boolean whole = columns.length == rows.length
                && cells.length == rows.length
                && priors.length == rows.length
                && counts.length == 2 * rows.length;
        for (int k = 0; whole && k < rows.length; k++) {
            whole = rows[k] >= 0 && rows[k] < sources && columns[k] >= 0 && columns[k] < targets;
        }
        if (!whole || !HmmStatistics.areAtLeast(1, cells) || !HmmStatistics.areAtLeast(0, counts) || !HmmStatistics.arePseudoCounts(priors)) {
            throw in.damaged("holds counts that do not fit its vocabularies");
        }
        return new SparsePairs(rows, columns, counts, cells, priors);
    }
}
