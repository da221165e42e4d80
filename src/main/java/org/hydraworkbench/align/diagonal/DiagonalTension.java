package org.hydraworkbench.align.diagonal;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * Fits the tension λ of {@link DiagonalPrior} by gradient ascent (Dyer, Chahuneau and Smith 2013, section 2.1): the derivative of the
 * expected log-likelihood is what h is on average under the posterior minus what it is under the prior.
 */
final class DiagonalTension {

    private static final int STEPS = 8;
    private static final double RATE = 20;
    private static final double LEAST = 0.1;
    private static final int SHAPES_A_TASK = 256;

    private final DiagonalOptions.Gradient gradient;
    private final long[] shapes;
    private final int[] counts;
    private final int longest;
    private final double units;

    /** Counts the lengths of all usable pairs. */
    DiagonalTension(IndexedText given, IndexedText generated, TypePairs pairs, DiagonalOptions.Gradient gradient) {
        Long2IntOpenHashMap histogram = new Long2IntOpenHashMap();
        int most = 0;
        long total = 0;
        for (int s = 0; s < given.size(); s++) {
            if (pairs.usable(s)) {
                histogram.addTo((long) given.length(s) << 32 | generated.length(s), 1);
                most = Math.max(most, given.length(s));
                total += generated.length(s);
            }
        }
        this.gradient = gradient;
        this.shapes = histogram.keySet().toLongArray();
        Arrays.sort(shapes);
        this.counts = new int[shapes.length];
        for (int k = 0; k < shapes.length; k++) {
            counts[k] = histogram.get(shapes[k]);
        }
        this.longest = most;
        this.units = total;
    }

    /**
     * Takes a few steps from {@code tension}; where no unit has a link there is nothing to learn from, and it stays as it is.
     *
     * @param posteriorSum Σ over all generated units j of Σ_i p(i | j)·h(i, j − 1)
     * @param nullSum Σ over all generated units of the posterior of NULL
     */
    double improved(double tension, double posteriorSum, double nullSum, Workers workers, Progress progress)
            throws HydraException {
        if (units - nullSum <= 0) {
            return tension;
        }
        double posteriorMean = switch (gradient) {
            case CLEAN -> posteriorSum / (units - nullSum);
            case PUBLISHED -> posteriorSum / units;
        };
        double better = tension;
        for (int step = 0; step < STEPS; step++) {
            double slope = posteriorMean - priorMean(new DiagonalPrior(better), workers, progress);
            better = Math.clamp(better + RATE * slope, LEAST, DiagonalPrior.MOST_TENSION);
        }
        return better;
    }

    /** The mean of h under the prior over all generated units, summed in a fixed order. */
    private double priorMean(DiagonalPrior prior, Workers workers, Progress progress) throws HydraException {
        double[] sums = new double[(shapes.length + SHAPES_A_TASK - 1) / SHAPES_A_TASK];
        workers.run(sums.length, progress, (task, worker) -> {
            double[] weights = new double[longest];
            int end = Math.min(shapes.length, (task + 1) * SHAPES_A_TASK);
            for (int k = task * SHAPES_A_TASK; k < end; k++) {
                sums[task] += counts[k] * priorSum(prior, (int) (shapes[k] >>> 32), (int) shapes[k], weights);
            }
        });
        return Arrays.stream(sums).sum() / units;
    }

    /** Σ_j Σ_i h·e^{λh} / Z(j) for one pair of n given and m generated units. */
    private double priorSum(DiagonalPrior prior, int n, int m, double[] weights) {
        DiagonalPrior.Shape shape = prior.shape(n, m);
        double sum = 0;
        for (int j = 1; j <= m; j++) {
            shape.weightsOfGenerated(j, weights);
            double y = (double) j / m;
            double inner = 0;
            for (int i = 1; i <= n; i++) {
                inner -= Math.abs((double) i / n - y) * weights[i - 1];
            }
            sum += inner / switch (gradient) {
                case CLEAN -> shape.normaliser(j);
                case PUBLISHED -> exchangedNormaliser(prior.tension(), j, m, n);
            };
        }
        return sum;
    }

    /**
     * {@link DiagonalPrior.Shape#normaliser} for places j beyond m too, as they come about when m and n are exchanged: there the series
     * above the diagonal goes on without end.
     */
    private static double exchangedNormaliser(double tension, int j, int n, int m) {
        double y = (double) j / m;
        int k = (int) ((long) j * n / m);
        double sum = 0;
        if (k > 0) {
            sum += Math.exp(-tension * Math.abs((double) k / n - y)) * (1 - Math.exp(-tension * k / n));
        }
        if (n != k) {
            double rest = n > k ? Math.exp(-tension * (n - k) / n) : 0;
            sum += Math.exp(-tension * Math.abs((k + 1.0) / n - y)) * (1 - rest);
        }
        return sum / (1 - Math.exp(-tension / n));
    }
}
