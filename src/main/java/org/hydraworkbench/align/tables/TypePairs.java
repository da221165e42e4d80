package org.hydraworkbench.align.tables;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;

/**
 * Every pair of a source type and a target type that stand together in a usable sentence pair, numbered from 0, and the number of
 * every cell of every sentence pair, so that models find what they know about a cell without searching. Numbers are
 * grouped by source type; both directions share them. NULL has none. The numbering does not depend on the threads.
 *
 * <p>Memory: four bytes a cell (source units times target units, summed over the pairs), four a number.
 */
public final class TypePairs {

    /** Sentence pairs that one task goes through: fixed, so that sums over tasks do not depend on the threads. */
    public static final int PAIRS_A_TASK = 512;

    private static final int CHUNK_CELLS = 1 << 26;

    private final IndexedBitext bitext;
    private final boolean[] usable;
    private final Occurrences occurrences;
    private final int[] rowRanges;
    private final int[][] chunks;
    private final long[] places;
    private final int[] rowStarts;
    private final int[] columns;

    private TypePairs(IndexedBitext bitext, boolean[] usable, int chunkCells, Workers workers, Progress progress)
            throws HydraException {
        this.bitext = bitext;
        this.usable = usable;
        this.occurrences = Occurrences.of(bitext.source(), usable);
        this.rowRanges = occurrences.balancedRanges();
        this.places = new long[bitext.size()];
        this.chunks = place(chunkCells);
        this.rowStarts = new int[occurrences.rows()];
        this.columns = numberRows(workers, progress);
        forEachSentence(workers, progress, (s, task, worker) -> addRowStarts(s));
    }

    /**
     * Numbers the pairs of a bitext.
     *
     * @param usable which sentence pairs count; both sides of these have units
     * @throws HydraException when cancelled, or when there are more than an array can hold
     */
    public static TypePairs of(IndexedBitext bitext, boolean[] usable, Workers workers, Progress progress) throws HydraException {
        return new TypePairs(bitext, usable, CHUNK_CELLS, workers, progress);
    }

    /** As {@link #of}, with the cells in arrays of about {@code chunkCells}; a larger pair has an array of its own. */
    static TypePairs chunked(
            IndexedBitext bitext, boolean[] usable, int chunkCells, Workers workers, Progress progress) throws HydraException {
        return new TypePairs(bitext, usable, chunkCells, workers, progress);
    }

    public IndexedBitext bitext() {
        return bitext;
    }

    public boolean usable(int sentence) {
        return usable[sentence];
    }

    /** Where the source types stand: type {@code e} is row {@code e + 1}. */
    public Occurrences occurrences() {
        return occurrences;
    }

    /** Number of numbers. */
    public int size() {
        return columns.length;
    }

    /** Source type {@code e} has the numbers from {@code rowStarts[e]} to before {@code rowStarts[e + 1]}; not to be changed. */
    public int[] rowStarts() {
        return rowStarts;
    }

    /** The target type of each number; within a row in the order in which they were met. Not to be changed. */
    public int[] columns() {
        return columns;
    }

    /** For each source type the sum of the values of its pairs. */
    public float[] rowSums(float[] values) {
        float[] sums = new float[rowStarts.length - 1];
        for (int e = 0; e < sums.length; e++) {
            for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                sums[e] += values[id];
            }
        }
        return sums;
    }

    /** For each target type the sum of the values of its pairs. */
    public float[] columnSums(float[] values) {
        float[] sums = new float[bitext.target().vocabulary().size()];
        for (int id = 0; id < values.length; id++) {
            sums[columns[id]] += values[id];
        }
        return sums;
    }

    /**
     * The array that holds the numbers of a usable sentence pair's cells, among those of others. Not to be changed. Source unit i and
     * target unit j of n and m have {@code cells(sentence)[offset(sentence) + i * m + j]}.
     */
    public int[] cells(int sentence) {
        return chunks[(int) (places[sentence] >>> 32)];
    }

    /** Where a sentence pair's first cell is in {@link #cells}. */
    public int offset(int sentence) {
        return (int) places[sentence];
    }

    /** What is done with one sentence pair; {@code task} and {@code worker} number the task and the thread that do it. */
    @FunctionalInterface
    public interface SentenceAction {
        void accept(int sentence, int task, int worker) throws HydraException;
    }

    /** Number of tasks of {@link #forEachSentence}. */
    public int sentenceTasks() {
        return (usable.length + PAIRS_A_TASK - 1) / PAIRS_A_TASK;
    }

    /** Goes through the usable sentence pairs; those of one task in order, by one thread. */
    public void forEachSentence(Workers workers, Progress progress, SentenceAction action) throws HydraException {
        workers.run(sentenceTasks(), progress, (task, worker) -> {
            int end = Math.min(usable.length, (task + 1) * PAIRS_A_TASK);
            for (int s = task * PAIRS_A_TASK; s < end; s++) {
                if (usable[s]) {
                    progress.checkCancelled();
                    action.accept(s, task, worker);
                }
            }
        });
    }

    /** What is done with one source type; {@code worker} is the number of the thread that does it. */
    @FunctionalInterface
    public interface RowAction {
        void accept(int sourceType, int worker) throws HydraException;
    }

    /** Goes through the source types, each by one thread. */
    public void forEachRow(Workers workers, Progress progress, RowAction action) throws HydraException {
        workers.run(rowRanges.length - 1, progress, (task, worker) -> {
            for (int row = Math.max(1, rowRanges[task]); row < rowRanges[task + 1]; row++) {
                action.accept(row - 1, worker);
            }
        });
    }

    private int[][] place(int chunkCells) throws ResourceException {
        IntArrayList sizes = new IntArrayList();
        long used = 0;
        for (int s = 0; s < usable.length; s++) {
            if (!usable[s]) {
                continue;
            }
            long cells = (long) bitext.source().length(s) * bitext.target().length(s);
            if (cells > Integer.MAX_VALUE - 8) {
                throw new ResourceException(String.format(
                        Locale.ROOT,
                        "Pair %,d is too long to be aligned: %,d source and %,d target units; leave out such pairs (--longest).",
                        s + 1, bitext.source().length(s), bitext.target().length(s)));
            }
            if (used > 0 && used + cells > chunkCells) {
                sizes.add((int) used);
                used = 0;
            }
            places[s] = (long) sizes.size() << 32 | used;
            used += cells;
        }
        sizes.add((int) used);
        int[][] made = new int[sizes.size()][];
        for (int c = 0; c < made.length; c++) {
            made[c] = new int[sizes.getInt(c)];
        }
        return made;
    }

    /** Writes each cell's number within its row and returns the columns; fills {@link #rowStarts}. */
    private int[] numberRows(Workers workers, Progress progress) throws HydraException {
        int types = bitext.target().vocabulary().size();
        int[][] seenBy = new int[workers.threads()][types];
        int[][] numberBy = new int[workers.threads()][types];
        IntArrayList[] found = new IntArrayList[rowRanges.length - 1];
        workers.run(found.length, progress, (task, worker) -> {
            IntArrayList list = new IntArrayList();
            for (int row = Math.max(1, rowRanges[task]); row < rowRanges[task + 1]; row++) {
                int before = list.size();
                numberRow(row, seenBy[worker], numberBy[worker], list);
                rowStarts[row] = list.size() - before;
            }
            found[task] = list;
        });
        long total = 0;
        for (int row = 0; row < rowStarts.length; row++) {
            total += rowStarts[row];
            rowStarts[row] = Occurrences.within(total, "pairs of words that occur together");
        }
        int[] all = new int[(int) total];
        int at = 0;
        for (IntArrayList list : found) {
            list.getElements(0, all, at, list.size());
            at += list.size();
        }
        return all;
    }

    private void numberRow(int row, int[] seen, int[] number, IntArrayList list) {
        int[] starts = bitext.target().starts();
        int[] units = bitext.target().units();
        int before = list.size();
        for (int k = occurrences.first(row); k < occurrences.end(row); k++) {
            int s = occurrences.sentence(k);
            int m = bitext.target().length(s);
            int[] cells = cells(s);
            int cell = offset(s) + occurrences.position(k) * m;
            for (int j = starts[s]; j < starts[s] + m; j++) {
                int f = units[j];
                if (seen[f] != row) {
                    seen[f] = row;
                    number[f] = list.size() - before;
                    list.add(f);
                }
                cells[cell++] = number[f];
            }
        }
    }

    private void addRowStarts(int s) {
        int n = bitext.source().length(s);
        int m = bitext.target().length(s);
        int[] cells = cells(s);
        int at = offset(s);
        for (int i = 0; i < n; i++) {
            int start = rowStarts[bitext.source().units()[bitext.source().starts()[s] + i]];
            for (int end = at + m; at < end; at++) {
                cells[at] += start;
            }
        }
    }
}
