package org.hydraworkbench.align.tables;

import java.io.IOException;
import java.util.Arrays;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;

/**
 * Translation probabilities t(f|e) as sparse rows: row 0 is NULL, unit type {@code e} of the given side is row {@code e + 1}; columns are
 * unit types of the generated side. Each row is a hash table of its own with open addressing, so that the cells of a
 * sentence are found near each other. Immutable.
 */
public final class LexicalTable {

    private static final long EMPTY = -1L;
    private static final int MIX = 0x9E3779B1;

    /** Probabilities that rounding has made a little larger than 1 are no damage. */
    private static final float MOST_PROBABILITY = 1.01f;

    private final int[] starts;
    private final long[] slots;

    private LexicalTable(int[] starts, long[] slots) {
        this.starts = starts;
        this.slots = slots;
    }

    /** Takes the cells of a table. */
    @FunctionalInterface
    public interface Sink {
        /** A cell; its like is given once only. */
        void cell(int row, int column, float value);
    }

    /** Where the cells of a table come from, the same ones in the same order whenever they are asked for. */
    @FunctionalInterface
    public interface Cells {
        void forEach(Sink sink);
    }

    /**
     * Makes a table.
     *
     * @throws ResourceException when there are more cells than an array can hold
     */
    public static LexicalTable of(int rows, Cells cells) throws ResourceException {
        int[] starts = new int[rows + 1];
        cells.forEach((row, column, value) -> starts[row + 1]++);
        long total = 0;
        for (int r = 0; r < rows; r++) {
            total += capacity(starts[r + 1]);
            starts[r + 1] = Occurrences.within(total, "pairs of words with a probability");
        }
        long[] slots = new long[(int) total];
        Arrays.fill(slots, EMPTY);
        cells.forEach((row, column, value) -> {
            int mask = starts[row + 1] - starts[row] - 1;
            int at = mixed(column) & mask;
            while (slots[starts[row] + at] != EMPTY) {
                at = (at + 1) & mask;
            }
            slots[starts[row] + at] = (long) column << 32 | Float.floatToRawIntBits(value) & 0xFFFFFFFFL;
        });
        return new LexicalTable(starts, slots);
    }

    int rows() {
        return starts.length - 1;
    }

    /** t(f|e) for {@code row = e + 1}, or row 0 for NULL; 0 where they never met. */
    public float value(int row, int column) {
        int start = starts[row];
        int mask = starts[row + 1] - start - 1;
        if (mask < 0) {
            return 0f;
        }
        int at = mixed(column) & mask;
        for (long slot = slots[start + at]; slot != EMPTY; slot = slots[start + at]) {
            if ((int) (slot >>> 32) == column) {
                return Float.intBitsToFloat((int) slot);
            }
            at = (at + 1) & mask;
        }
        return 0f;
    }

    /** Hands out all cells, row by row. */
    public void forEach(Sink sink) {
        for (int r = 0; r < rows(); r++) {
            for (int k = starts[r]; k < starts[r + 1]; k++) {
                if (slots[k] != EMPTY) {
                    sink.cell(r, (int) (slots[k] >>> 32), Float.intBitsToFloat((int) slots[k]));
                }
            }
        }
    }

    /** Writes row starts, columns and values. */
    public void write(BinaryOutput out) throws IOException {
        int[] rowStarts = new int[rows() + 1];
        forEach((row, column, value) -> rowStarts[row + 1]++);
        Arrays.parallelPrefix(rowStarts, Integer::sum);
        int[] columns = new int[rowStarts[rows()]];
        float[] values = new float[columns.length];
        int[] next = rowStarts.clone();
        forEach((row, column, value) -> {
            columns[next[row]] = column;
            values[next[row]++] = value;
        });
        out.putInts(rowStarts);
        out.putInts(columns);
        out.putFloats(values);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param rows how many there have to be
     * @param types number of columns
     */
    public static LexicalTable read(BinaryInput in, int rows, int types) throws IOException, HydraException {
        int[] rowStarts = in.getInts();
        int[] columns = in.getInts();
        float[] values = in.getFloats();
        boolean whole = rowStarts.length == rows + 1
                && rowStarts[0] == 0
                && rowStarts[rows] == columns.length
                && columns.length == values.length;
        for (int r = 0; whole && r < rows; r++) {
            whole = rowStarts[r] <= rowStarts[r + 1];
        }
        for (int k = 0; whole && k < columns.length; k++) {
            whole = columns[k] >= 0 && columns[k] < types && values[k] >= 0 && values[k] <= MOST_PROBABILITY;
        }
        if (!whole) {
            throw in.damaged("holds a table that does not fit its vocabularies");
        }
        return of(rows, sink -> {
            for (int r = 0; r < rows; r++) {
                for (int k = rowStarts[r]; k < rowStarts[r + 1]; k++) {
                    sink.cell(r, columns[k], values[k]);
                }
            }
        });
    }

    /** A power of two that leaves at least a quarter of the slots empty, 0 for no cells. */
    private static long capacity(int cells) {
        return cells == 0 ? 0 : Long.highestOneBit((long) cells * 4 / 3) << 1;
    }

    private static int mixed(int column) {
        int product = column * MIX;
        return product ^ product >>> 15;
    }
}
