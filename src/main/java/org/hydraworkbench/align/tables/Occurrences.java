package org.hydraworkbench.align.tables;

import java.util.Arrays;
import java.util.Locale;
import org.hydraworkbench.base.ResourceException;

/**
 * Where each unit type of a text stands: for every type the sentences it occurs in, ascending, once for each time, with its position
 * there. Sentences that teach nothing are left out. Row 0 is NULL, which occurs once in every sentence, at position 0; type
 * {@code e} is row {@code e + 1}.
 */
public final class Occurrences {

    private static final int RANGES = 64;

    private final long[] starts;
    private final int[] sentences;
    private final char[] positions;

    private Occurrences(long[] starts, int[] sentences, char[] positions) {
        this.starts = starts;
        this.sentences = sentences;
        this.positions = positions;
    }

    public static Occurrences of(IndexedText text, boolean[] usable) throws ResourceException {
        int rows = text.vocabulary().size() + 1;
        long[] starts = new long[rows + 1];
        int[] units = text.units();
        int[] at = text.starts();
        for (int s = 0; s < usable.length; s++) {
            if (usable[s]) {
                starts[1]++;
                for (int k = at[s]; k < at[s + 1]; k++) {
                    starts[units[k] + 2]++;
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            starts[r + 1] += starts[r];
        }
        int[] sentences = new int[within(starts[rows], "units")];
        char[] positions = new char[sentences.length];
        long[] next = Arrays.copyOf(starts, rows);
        for (int s = 0; s < usable.length; s++) {
            if (usable[s]) {
                sentences[(int) next[0]++] = s;
                for (int k = at[s]; k < at[s + 1]; k++) {
                    int occurrence = (int) next[units[k] + 1]++;
                    sentences[occurrence] = s;
                    positions[occurrence] = (char) (k - at[s]);
                }
            }
        }
        return new Occurrences(starts, sentences, positions);
    }

    /** The number as an array's length, or the news that the bitext is too large. */
    public static int within(long number, String what) throws ResourceException {
        if (number > Integer.MAX_VALUE - 8) {
            throw new ResourceException(String.format(
                    Locale.ROOT, "The bitext is too large to be aligned at once: %,d %s; align it in parts.", number, what));
        }
        return (int) number;
    }

    public int rows() {
        return starts.length - 1;
    }

    /** Index of a row's first occurrence. */
    public int first(int row) {
        return (int) starts[row];
    }

    /** Index after a row's last occurrence. */
    public int end(int row) {
        return (int) starts[row + 1];
    }

    /** The first occurrence of a row in a sentence not before {@code sentence}, or {@link #end}. */
    public int firstFrom(int row, int sentence) {
        int low = first(row);
        int high = end(row);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences[middle] < sentence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public int sentence(int occurrence) {
        return sentences[occurrence];
    }

    /** Where in its sentence an occurrence stands, from 0. */
    public int position(int occurrence) {
        return positions[occurrence];
    }

    /** Ranges of rows with about equally many occurrences, as bounds; a frequent row is a range of its own. */
    public int[] balancedRanges() {
        int rows = rows();
        long share = Math.max(1, end(rows - 1) / RANGES);
        int[] bounds = new int[rows + 1];
        int n = 0;
        int from = 0;
        for (int r = 0; r < rows; r++) {
            if (end(r) - (long) first(from) >= share || r == rows - 1) {
                bounds[++n] = r + 1;
                from = r + 1;
            }
        }
        return Arrays.copyOf(bounds, n + 1);
    }
}
