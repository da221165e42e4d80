package org.hydraworkbench.align.diagonal;

import java.util.Arrays;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.LexicalTable;
import org.hydraworkbench.align.tables.Occurrences;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * Variational Bayes of the diagonal model in one direction: p(f_j, a_j = i) = δ(i | j, m, n) · t(f_j | e_i), with NULL at a fixed
 * p₀ (Dyer, Chahuneau and Smith 2013, section 2).
 *
 * <p>Expectation goes through the text twice. Sentence by sentence it finds the denominator of every generated unit; then source type
 * by source type it gathers that type's expected counts from the sentences it stands in, which keeps the counts in the
 * cache and needs neither locks nor copies. Every sum has one fixed order, so the result is the same to the last bit for any number
 * of threads.
 */
final class DiagonalTraining {

    private final TypePairs pairs;
    private final Direction direction;
    private final DiagonalOptions options;
    private final Workers workers;
    private final Progress progress;
    private final IndexedText source;
    private final IndexedText target;
    private final IndexedText given;
    private final IndexedText generated;
    private final DiagonalTension tensionFit;
    private final DiagonalTranslations translations;
    private final float[] values;
    private final float[] nullShares;
    private final double[] shares;
    private final double[] distanceSums;
    private final double[] nullSums;
    private final double[][] weights;
    private final double[][] sums;
    private final double[][] distances;

    private DiagonalPrior prior;

    DiagonalTraining(TypePairs pairs, Direction direction, DiagonalOptions options, Workers workers, Progress progress) {
        this.pairs = pairs;
        this.direction = direction;
        this.options = options;
        this.workers = workers;
        this.progress = progress;
        this.source = pairs.bitext().source();
        this.target = pairs.bitext().target();
        this.given = direction == Direction.FORWARD ? source : target;
        this.generated = direction == Direction.FORWARD ? target : source;
        this.prior = new DiagonalPrior(options.tension());
        this.tensionFit = new DiagonalTension(given, generated, pairs, options.gradient());
        this.translations = new DiagonalTranslations(pairs, direction, options.alpha(), workers, progress);
        this.values = translations.values();
        this.nullShares = new float[generated.units().length];
        this.shares = new double[generated.units().length];
        this.distanceSums = new double[pairs.sentenceTasks()];
        this.nullSums = new double[pairs.sentenceTasks()];
        int longest = 0;
        for (int s = 0; s < source.size(); s++) {
            if (pairs.usable(s)) {
                longest = Math.max(longest, Math.max(source.length(s), target.length(s)));
            }
        }
        this.weights = new double[workers.threads()][longest];
        this.distances = new double[workers.threads()][longest];
        this.sums = new double[workers.threads()][Math.max(longest, target.vocabulary().size())];
    }

    /** Runs {@code passes}, of which the last is the decoding that whoever uses {@link #table} and {@link #tension} does. */
    DiagonalTraining run(int passes) throws HydraException {
        for (int pass = 1; pass < passes; pass++) {
            progress.update(pass - 1, passes - 1);
            if (pass == 1) {
                startUniform();
            } else {
                shareOut();
            }
            gatherCounts();
            if (pass > 1) {
                prior = new DiagonalPrior(improvedTension());
            }
            translations.maximise(nullShares);
        }
        progress.update(passes - 1, passes - 1);
        return this;
    }

    private double improvedTension() throws HydraException {
        double posteriorSum = -Arrays.stream(distanceSums).sum();
        return tensionFit.improved(prior.tension(), posteriorSum, Arrays.stream(nullSums).sum(), workers, progress);
    }

    /** λ after the last pass. */
    double tension() {
        return prior.tension();
    }

    /** t(f|e) after the last pass. */
    LexicalTable table() throws HydraException {
        return translations.table();
    }

    /** The first expectation: all translations are equally likely, so the prior alone decides. */
    private void startUniform() throws HydraException {
        pairs.forEachSentence(workers, progress, (s, task, worker) -> {
            DiagonalPrior.Shape shape = prior.shape(given.length(s), generated.length(s));
            int base = generated.starts()[s];
            for (int k = 0; k < generated.length(s); k++) {
                shares[base + k] = (1 - options.nullProbability()) / (shape.normaliser(k + 1) * DiagonalTranslations.SCALE);
                nullShares[base + k] = (float) options.nullProbability();
            }
        });
    }

    /**
     * Finds for every generated unit f_j the number that turns e^{λh} · t(f_j|e_i) into the posterior of i, and the posterior of NULL.
     */
    private void shareOut() throws HydraException {
        Arrays.fill(distanceSums, 0);
        Arrays.fill(nullSums, 0);
        switch (direction) {
            case FORWARD -> pairs.forEachSentence(workers, progress, (s, task, worker) -> {
                sumColumns(s, weights[worker], sums[worker], distances[worker]);
                divide(s, sums[worker], distances[worker], task);
            });
            case REVERSE -> pairs.forEachSentence(workers, progress, (s, task, worker) -> {
                sumRows(s, weights[worker], sums[worker], distances[worker]);
                divide(s, sums[worker], distances[worker], task);
            });
        }
    }

    private void divide(int s, double[] totals, double[] distanceTotals, int task) {
        DiagonalPrior.Shape shape = prior.shape(given.length(s), generated.length(s));
        double[] nullValues = translations.nullValues();
        int base = generated.starts()[s];
        for (int k = 0; k < generated.length(s); k++) {
            double factor = (1 - options.nullProbability()) / shape.normaliser(k + 1);
            double none = options.nullProbability() * nullValues[generated.units()[base + k]];
            double total = totals[k] * factor + none;
            shares[base + k] = factor / total;
            nullShares[base + k] = (float) (none / total);
            distanceSums[task] += distanceTotals[k] * shares[base + k];
            nullSums[task] += none / total;
        }
    }

    /** Sums e^{λh}·t, and that times the distance, over the source units for each target unit. */
    private void sumColumns(int s, double[] row, double[] totals, double[] distanceTotals) {
        int n = source.length(s);
        int m = target.length(s);
        DiagonalPrior.Shape shape = prior.shape(n, m);
        int[] cells = pairs.cells(s);
        int at = pairs.offset(s);
        Arrays.fill(totals, 0, m, 0);
        Arrays.fill(distanceTotals, 0, m, 0);
        for (int i = 0; i < n; i++) {
            shape.weightsOfGiven(i + 1, row);
            double x = (i + 1.0) / n;
            for (int j = 0; j < m; j++) {
                double weight = row[j] * values[cells[at + j]];
                totals[j] += weight;
                distanceTotals[j] += weight * Math.abs(x - (double) j / m);
            }
            at += m;
        }
    }

    /** Sums e^{λh}·t, and that times the distance, over the target units for each source unit. */
    private void sumRows(int s, double[] row, double[] totals, double[] distanceTotals) {
        int n = source.length(s);
        int m = target.length(s);
        DiagonalPrior.Shape shape = prior.shape(n, m);
        int[] cells = pairs.cells(s);
        int at = pairs.offset(s);
        for (int i = 0; i < n; i++) {
            shape.weightsOfGiven(i + 1, row);
            double y = (double) i / n;
            double total = 0;
            double distance = 0;
            for (int j = 0; j < m; j++) {
                double weight = row[j] * values[cells[at + j]];
                total += weight;
                distance += weight * Math.abs((j + 1.0) / m - y);
            }
            totals[i] = total;
            distanceTotals[i] = distance;
            at += m;
        }
    }

    /** Turns probabilities into expected counts. */
    private void gatherCounts() throws HydraException {
        switch (direction) {
            case FORWARD -> gatherRows(this::gatherForward);
            case REVERSE -> gatherRows(this::gatherReverse);
        }
    }

    /** Adds the shares of one occurrence, at {@code i} in sentence {@code s}, of the type whose numbers begin at {@code start}. */
    @FunctionalInterface
    private interface Gathering {
        void add(int s, int i, int start, double[] row, double[] counts);
    }

    private void gatherRows(Gathering gathering) throws HydraException {
        int[] rowStarts = pairs.rowStarts();
        Occurrences occurrences = pairs.occurrences();
        pairs.forEachRow(workers, progress, (e, worker) -> {
            int start = rowStarts[e];
            int types = rowStarts[e + 1] - start;
            double[] counts = sums[worker];
            Arrays.fill(counts, 0, types, 0);
            for (int k = occurrences.first(e + 1); k < occurrences.end(e + 1); k++) {
                gathering.add(occurrences.sentence(k), occurrences.position(k), start, weights[worker], counts);
            }
            for (int id = 0; id < types; id++) {
                values[start + id] = (float) (values[start + id] * counts[id]);
            }
        });
    }

    private void gatherForward(int s, int i, int start, double[] row, double[] counts) {
        int m = target.length(s);
        int base = target.starts()[s];
        int[] cells = pairs.cells(s);
        int at = pairs.offset(s) + i * m;
        prior.shape(source.length(s), m).weightsOfGiven(i + 1, row);
        for (int j = 0; j < m; j++) {
            counts[cells[at + j] - start] += row[j] * shares[base + j];
        }
    }

    private void gatherReverse(int s, int i, int start, double[] row, double[] counts) {
        int m = target.length(s);
        double share = shares[source.starts()[s] + i];
        int[] cells = pairs.cells(s);
        int at = pairs.offset(s) + i * m;
        prior.shape(source.length(s), m).weightsOfGiven(i + 1, row);
        for (int j = 0; j < m; j++) {
            counts[cells[at + j] - start] += row[j] * share;
        }
    }
}
