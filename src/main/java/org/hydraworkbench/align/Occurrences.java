package org.hydraworkbench.align;

import java.util.Arrays;
import java.util.Locale;
import org.hydraworkbench.base.ResourceException;

/**
 * Where each unit type of a text stands: for every type the sentences it occurs in, ascending, once for each time. Sentences that
 * teach nothing are left out. Row 0 is NULL, which occurs once in every sentence; type {@code e} is row {@code e + 1}.
 */
final class Occurrences {

    private final long[] starts;
    private final int[] sentences;

    private Occurrences(long[] starts, int[] sentences) {
        this.starts = starts;
        this.sentences = sentences;
    }

    static Occurrences of(IndexedText text, boolean[] usable) throws ResourceException {
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
        long[] next = Arrays.copyOf(starts, rows);
        for (int s = 0; s < usable.length; s++) {
            if (usable[s]) {
                sentences[(int) next[0]++] = s;
                for (int k = at[s]; k < at[s + 1]; k++) {
                    sentences[(int) next[units[k] + 1]++] = s;
                }
            }
        }
        return new Occurrences(starts, sentences);
    }

    /** The number as an array's length, or the news that the bitext is too large. */
    static int within(long number, String what) throws ResourceException {
        if (number > Integer.MAX_VALUE - 8) {
            throw new ResourceException(String.format(
                    Locale.ROOT, "The bitext is too large to be aligned at once: %,d %s; align it in parts.", number, what));
        }
        return (int) number;
    }

    int rows() {
        return starts.length - 1;
    }

    /** Index of a row's first occurrence. */
    int first(int row) {
        return (int) starts[row];
    }

    /** Index after a row's last occurrence. */
    int end(int row) {
        return (int) starts[row + 1];
    }

    /** The first occurrence of a row in a sentence not before {@code sentence}, or {@link #end}. */
    int firstFrom(int row, int sentence) {
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

    int sentence(int occurrence) {
        return sentences[occurrence];
    }
}
