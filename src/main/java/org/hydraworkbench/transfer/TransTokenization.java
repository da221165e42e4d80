package org.hydraworkbench.transfer;

import java.util.Optional;
import java.util.function.IntFunction;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.MappingRow;

/**
 * Weighted averages of source rows: E'[t] = Σ p(o|t)·E[o] (Remy et al. 2024, section 3.3), with the same weights for an
 * untied head. Sums are made in double and rounded to float32 once. A token that nothing is known of gets the mean row.
 */
public final class TransTokenization implements Initializer {

    private final IntFunction<MappingRow> mapping;
    private final boolean matchNorms;
    private final Optional<HeadScale> headScale;

    /**
     * @param mapping the source tokens of each target token
     * @param matchNorms whether rows are stretched to the weighted mean of their source rows' lengths; averages of vectors
     *     are shorter than the vectors
     * @param headScale how rows of the head are drawn to their mean, if they are
     */
    TransTokenization(IntFunction<MappingRow> mapping, boolean matchNorms, Optional<HeadScale> headScale) {
        this.mapping = mapping;
        this.matchNorms = matchNorms;
        this.headScale = headScale;
    }

    @Override
    public Rows over(SourceTable source) throws HydraException {
        Rows mean = new MeanRows().over(source);
        return (target, into) -> {
            MappingRow mixture = mapping.apply(target);
            if (mixture.sources().length == 0) {
                mean.row(target, into);
            } else {
                row(source, mixture, matchNorms, into);
            }
            headScale.filter(scale -> scale.isOf(source)).ifPresent(scale -> scale.apply(into));
        };
    }

    /**
     * One row.
     *
     * @param mixture at least one source token
     * @param into takes the row in its beginning
     */
    static void row(SourceTable source, MappingRow mixture, boolean matchNorms, float[] into)
            throws HydraException {
        int width = source.width();
        double[] sum = new double[width];
        float[] row = new float[width];
        double norm = 0;
        for (int k = 0; k < mixture.sources().length; k++) {
            source.row(mixture.sources()[k], row);
            double weight = mixture.weights()[k];
            double square = 0;
            for (int i = 0; i < width; i++) {
                sum[i] += weight * row[i];
                square += (double) row[i] * row[i];
            }
            norm += weight * Math.sqrt(square);
        }
        double stretch = matchNorms ? norm / Math.max(length(sum), Double.MIN_NORMAL) : 1;
        for (int i = 0; i < width; i++) {
            into[i] = (float) (sum[i] * stretch);
        }
    }

    private static double length(double[] vector) {
        double square = 0;
        for (double x : vector) {
            square += x * x;
        }
        return Math.sqrt(square);
    }
}
