package org.hydraworkbench.align.ibm1;

import java.util.Arrays;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.Occurrences;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * Expectation maximisation of IBM model 1 in one direction: p(f|e) over all e of the given side and NULL (Brown et al. 1993), started
 * from a uniform table, with exact soft counts.
 *
 * <p>Both steps go through the table row by row, a row spread out over a dense scratch array, instead of looking cells up
 * sentence by sentence: first every row adds its share to the denominators of the sentences it occurs in, then every
 * row gathers its expected counts from them and normalises itself in place. Each sum has one fixed order, so the
 * result is the same to the last bit for any number of threads, and the table needs no second copy.
 */
final class Ibm1Training {

    private final IndexedText generated;
    private final boolean[] usable;
    private final int[] givenLengths;
    private final Occurrences occurrences;
    private final int[] rowStarts;
    private final int[] columns;
    private final double[] values;
    private final double[] inverse;
    private final int[] rowTasks;
    private final Workers workers;
    private final Progress progress;
    private final double[][] dense;
    private final double[][] gathered;

    Ibm1Training(IndexedBitext bitext, int longest, Workers workers, Progress progress) throws HydraException {
        this.generated = bitext.target();
        this.workers = workers;
        this.progress = progress;
        this.usable = bitext.usable(longest);
        this.givenLengths = new int[bitext.size()];
        for (int s = 0; s < givenLengths.length; s++) {
            givenLengths[s] = bitext.source().length(s);
        }
        this.occurrences = Occurrences.of(bitext.source(), usable);
        this.rowTasks = occurrences.balancedRanges();
        int types = generated.vocabulary().size();
        this.dense = new double[workers.threads()][types];
        this.gathered = new double[workers.threads()][types];
        this.rowStarts = new int[occurrences.rows() + 1];
        countColumns();
        this.columns = new int[rowStarts[occurrences.rows()]];
        collectColumns();
        this.values = new double[columns.length];
        this.inverse = new double[generated.units().length];
    }

    /** Runs the passes and returns the expected counts of the last one. */
    ExpectedCounts run(int passes) throws HydraException {
        for (int pass = 0; pass < passes; pass++) {
            progress.update(pass, passes);
            if (pass == 0) {
                startUniform();
            } else {
                normaliseRows();
                computeDenominators();
            }
            gatherCounts();
        }
        progress.update(passes, passes);
        return new ExpectedCounts(rowStarts, columns, values);
    }

    /** All generators of a token are equally likely. */
    private void startUniform() {
        Arrays.fill(values, 1.0);
        int[] at = generated.starts();
        for (int s = 0; s < usable.length; s++) {
            if (usable[s]) {
                Arrays.fill(inverse, at[s], at[s + 1], 1.0 / (givenLengths[s] + 1));
            }
        }
    }

    private void normaliseRows() throws HydraException {
        workers.run(rowTasks.length - 1, progress, (task, worker) -> {
            for (int row = rowTasks[task]; row < rowTasks[task + 1]; row++) {
                double total = 0;
                for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                    total += values[k];
                }
                for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
                    values[k] /= total;
                }
            }
        });
    }

    /** For every generated token the inverse of Σ t(f|e); blocks of sentences, the rows always in the same order. */
    private void computeDenominators() throws HydraException {
        int[] at = generated.starts();
        int[] units = generated.units();
        int blocks = Math.max(1, Math.min(workers.threads() * 2, usable.length));
        workers.run(blocks, progress, (block, worker) -> {
            int from = (int) ((long) usable.length * block / blocks);
            int to = (int) ((long) usable.length * (block + 1) / blocks);
            Arrays.fill(inverse, at[from], at[to], 0.0);
            double[] row = dense[worker];
            for (int r = 0; r < occurrences.rows(); r++) {
                int end = occurrences.firstFrom(r, to);
                int first = occurrences.firstFrom(r, from);
                if (first == end) {
                    continue;
                }
                progress.checkCancelled();
                spread(r, row);
                for (int k = first; k < end; k++) {
                    int s = occurrences.sentence(k);
                    for (int j = at[s]; j < at[s + 1]; j++) {
                        inverse[j] += row[units[j]];
                    }
                }
            }
            for (int j = at[from]; j < at[to]; j++) {
                inverse[j] = 1.0 / inverse[j];
            }
        });
    }

    /** Every row's expected counts: c(e,f) = t(f|e) · Σ over tokens f beside e of 1 / denominator. */
    private void gatherCounts() throws HydraException {
        int[] at = generated.starts();
        int[] units = generated.units();
        workers.run(rowTasks.length - 1, progress, (task, worker) -> {
            double[] sums = gathered[worker];
            for (int r = rowTasks[task]; r < rowTasks[task + 1]; r++) {
                for (int k = occurrences.first(r); k < occurrences.end(r); k++) {
                    int s = occurrences.sentence(k);
                    for (int j = at[s]; j < at[s + 1]; j++) {
                        sums[units[j]] += inverse[j];
                    }
                }
                for (int k = rowStarts[r]; k < rowStarts[r + 1]; k++) {
                    values[k] *= sums[columns[k]];
                    sums[columns[k]] = 0;
                }
            }
        });
    }

    private void spread(int row, double[] into) {
        for (int k = rowStarts[row]; k < rowStarts[row + 1]; k++) {
            into[columns[k]] = values[k];
        }
    }

    private void countColumns() throws HydraException {
        int[] counts = new int[occurrences.rows()];
        forEachRowsTypes((row, types, n) -> counts[row] = n);
        long total = 0;
        for (int r = 0; r < counts.length; r++) {
            total += counts[r];
            rowStarts[r + 1] = Occurrences.within(total, "pairs of words that occur together");
        }
    }

    private void collectColumns() throws HydraException {
        forEachRowsTypes((row, types, n) -> {
            System.arraycopy(types, 0, columns, rowStarts[row], n);
            Arrays.sort(columns, rowStarts[row], rowStarts[row + 1]);
        });
    }

    @FunctionalInterface
    private interface RowTypes {
        void accept(int row, int[] types, int count);
    }

    /** Hands every row the generated types that stand in a sentence with it, unsorted. */
    private void forEachRowsTypes(RowTypes action) throws HydraException {
        int[] at = generated.starts();
        int[] units = generated.units();
        int types = generated.vocabulary().size();
        int[][] seenBy = new int[workers.threads()][types];
        int[][] found = new int[workers.threads()][types];
        workers.run(rowTasks.length - 1, progress, (task, worker) -> {
            int[] seen = seenBy[worker];
            int[] list = found[worker];
            for (int r = rowTasks[task]; r < rowTasks[task + 1]; r++) {
                int n = 0;
                for (int k = occurrences.first(r); k < occurrences.end(r); k++) {
                    int s = occurrences.sentence(k);
                    for (int j = at[s]; j < at[s + 1]; j++) {
                        int f = units[j];
                        if (seen[f] != r + 1) {
                            seen[f] = r + 1;
                            list[n++] = f;
                        }
                    }
                }
                action.accept(r, list, n);
            }
        });
    }
}
