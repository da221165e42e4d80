package org.hydraworkbench.align.diagonal;

import java.util.Arrays;
import java.util.BitSet;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.LexicalTable;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * t(f|e) of every type pair and of NULL in one direction while the diagonal model is trained. Between an expectation and the
 * maximisation that follows, the same array holds expected counts.
 */
final class DiagonalTranslations {

    /**
     * Probabilities are kept times this: e^{ψ(α)} of a pair that is never chosen can be 10⁻⁴⁴, which a float can hardly hold, and such
     * numbers decide where a unit has nothing better.
     */
    static final double SCALE = 0x1p64;

    /** Cells below this are left out of the finished table: on five gold sets no link depends on cells below a hundred times as much. */
    private static final double SMALLEST = 1e-10;

    /** Sums by type are made in this many parts of a long array, whatever the threads. */
    private static final int PARTS = 8;

    private final TypePairs pairs;
    private final Direction direction;
    private final double alpha;
    private final int givenTypes;
    private final IndexedText generated;
    private final Workers workers;
    private final Progress progress;
    private final int nullTypes;
    private final float[] values;
    private final double[] nullValues;

    /** All translations are equally likely. */
    DiagonalTranslations(TypePairs pairs, Direction direction, double alpha, Workers workers, Progress progress) {
        this.pairs = pairs;
        this.direction = direction;
        this.alpha = alpha;
        IndexedBitext bitext = direction == Direction.FORWARD ? pairs.bitext() : pairs.bitext().reversed();
        this.givenTypes = bitext.source().vocabulary().size();
        this.generated = bitext.target();
        this.workers = workers;
        this.progress = progress;
        this.nullTypes = typesThatTeach();
        this.values = new float[pairs.size()];
        this.nullValues = new double[generated.vocabulary().size()];
        Arrays.fill(values, (float) SCALE);
        Arrays.fill(nullValues, SCALE);
    }

    /** By number of {@link TypePairs}: probabilities times {@link #SCALE}, or what is to become expected counts. */
    float[] values() {
        return values;
    }

    /** By generated type: probabilities given NULL, times {@link #SCALE}. */
    double[] nullValues() {
        return nullValues;
    }

    /**
     * Turns expected counts into probabilities, t = e^{ψ(c + α)} / e^{ψ(Σ(c + α))}: variational Bayes with a symmetric Dirichlet prior (Dyer,
     * Chahuneau and Smith 2013, section 2; Johnson 2007).
     *
     * @param nullShares for each generated unit the posterior of NULL
     */
    void maximise(float[] nullShares) throws HydraException {
        maximiseNull(nullShares);
        int[] rowStarts = pairs.rowStarts();
        switch (direction) {
            case FORWARD -> pairs.forEachRow(workers, progress, (e, worker) -> {
                double total = 0;
                for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                    total += values[id];
                }
                double factor = factor(total, rowStarts[e + 1] - rowStarts[e]);
                for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                    values[id] = (float) (DigammaPower.of(values[id] + alpha) * factor);
                }
            });
            case REVERSE -> {
                int[] columns = pairs.columns();
                double[] factors = columnFactors();
                pairs.forEachRow(workers, progress, (e, worker) -> {
                    for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                        values[id] = (float) (DigammaPower.of(values[id] + alpha) * factors[columns[id]]);
                    }
                });
            }
        }
    }

    private void maximiseNull(float[] nullShares) throws HydraException {
        double[] counts = sumByType(nullShares, generated.units(), nullValues.length);
        double factor = factor(Arrays.stream(counts).sum(), nullTypes);
        for (int f = 0; f < counts.length; f++) {
            nullValues[f] = DigammaPower.of(counts[f] + alpha) * factor;
        }
    }

    /** Number of generated types in usable sentence pairs, all of which meet NULL. */
    private int typesThatTeach() {
        BitSet types = new BitSet();
        for (int s = 0; s < generated.size(); s++) {
            if (pairs.usable(s)) {
                for (int k = generated.starts()[s]; k < generated.starts()[s + 1]; k++) {
                    types.set(generated.units()[k]);
                }
            }
        }
        return types.cardinality();
    }

    private double[] columnFactors() throws HydraException {
        int[] columns = pairs.columns();
        double[] factors = sumByType(values, columns, givenTypes);
        int[] types = new int[givenTypes];
        for (int column : columns) {
            types[column]++;
        }
        for (int f = 0; f < givenTypes; f++) {
            factors[f] = factor(factors[f], types[f]);
        }
        return factors;
    }

    /** What the powers of a type's counts are multiplied with; 0 for one that met no other. */
    private double factor(double total, int types) {
        return types == 0 ? 0 : SCALE / DigammaPower.of(total + alpha * types);
    }

    /** Sums the {@code counts} of each type, always in the same order. */
    private double[] sumByType(float[] counts, int[] typeOf, int types) throws HydraException {
        double[][] parts = new double[PARTS][types];
        workers.run(PARTS, progress, (part, worker) -> {
            int end = (int) ((long) counts.length * (part + 1) / PARTS);
            for (int k = (int) ((long) counts.length * part / PARTS); k < end; k++) {
                parts[part][typeOf[k]] += counts[k];
            }
        });
        for (int part = 1; part < PARTS; part++) {
            for (int type = 0; type < types; type++) {
                parts[0][type] += parts[part][type];
            }
        }
        return parts[0];
    }

    /** The probabilities as a table, without what is negligible. */
    LexicalTable table() throws HydraException {
        return LexicalTable.of(givenTypes + 1, switch (direction) {
            case FORWARD -> this::forwardCells;
            case REVERSE -> this::reverseCells;
        });
    }

    private void forwardCells(LexicalTable.Sink sink) {
        int[] rowStarts = pairs.rowStarts();
        int[] columns = pairs.columns();
        nullCells(sink);
        for (int e = 0; e < givenTypes; e++) {
            for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                if (values[id] >= SMALLEST * SCALE) {
                    sink.cell(e + 1, columns[id], (float) (values[id] / SCALE));
                }
            }
        }
    }

    private void reverseCells(LexicalTable.Sink sink) {
        int[] rowStarts = pairs.rowStarts();
        int[] columns = pairs.columns();
        nullCells(sink);
        for (int e = 0; e < nullValues.length; e++) {
            for (int id = rowStarts[e]; id < rowStarts[e + 1]; id++) {
                if (values[id] >= SMALLEST * SCALE) {
                    sink.cell(columns[id] + 1, e, (float) (values[id] / SCALE));
                }
            }
        }
    }

    private void nullCells(LexicalTable.Sink sink) {
        for (int f = 0; f < nullValues.length; f++) {
            sink.cell(0, f, (float) (nullValues[f] / SCALE));
        }
    }
}
