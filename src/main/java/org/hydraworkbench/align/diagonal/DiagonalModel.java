package org.hydraworkbench.align.diagonal;

import java.io.IOException;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.FormModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.tables.LexicalTable;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * The log-linear reparametrisation of IBM model 2 (Dyer, Chahuneau and Smith 2013), both directions. Given e_1…e_n, each unit
 * f_j of m chooses NULL with p₀, else e_i with (1 − p₀)·δ(i | j, m, n), δ(i | j, m, n) = e^{λh(i,j)} / Z(j),
 * h(i,j) = −|i/n − j/m| (their equations 1 to 3), and is then drawn from t(f | e_i). The choices do not depend on each other, so the posterior of
 * a choice is its share of Σ_i δ(i | j, m, n)·t(f_j | e_i).
 *
 * @param source source unit forms
 * @param target target unit forms
 * @param nullProbability p₀
 * @param forward source given, target generated
 * @param reverse target given, source generated
 */
record DiagonalModel(Vocabulary source, Vocabulary target, double nullProbability, OneWay forward, OneWay reverse)
        implements FormModel {

    /**
     * One direction's parameters.
     *
     * @param table t(f|e)
     * @param prior δ with the fitted tension λ
     */
    record OneWay(LexicalTable table, DiagonalPrior prior) {

        void write(BinaryOutput out) throws IOException {
            out.putDouble(prior.tension());
            table.write(out);
        }

        static OneWay read(BinaryInput in, int rows, int types) throws IOException, HydraException {
            double tension = within(in, in.getDouble(), 0, DiagonalPrior.MOST_TENSION);
            return new OneWay(LexicalTable.read(in, rows, types), new DiagonalPrior(tension));
        }
    }

    @Override
    public AlignmentMethod method() {
        return AlignmentMethod.DIAGONAL;
    }

    @Override
    public PairPosteriors posteriors(int[] sourceUnits, int[] targetUnits) {
        int n = sourceUnits.length;
        int m = targetUnits.length;
        float[][] forwardMarginals = new float[n][m];
        float[] forwardNull = new float[m];
        double[] weights = new double[n];
        for (int j = 0; j < m; j++) {
            forwardNull[j] = choose(forward, sourceUnits, targetUnits, j, weights);
            for (int i = 0; i < n; i++) {
                forwardMarginals[i][j] = (float) weights[i];
            }
        }
        float[][] reverseMarginals = new float[n][m];
        float[] reverseNull = new float[n];
        weights = new double[m];
        for (int i = 0; i < n; i++) {
            reverseNull[i] = choose(reverse, targetUnits, sourceUnits, i, weights);
            for (int j = 0; j < m; j++) {
                reverseMarginals[i][j] = (float) weights[j];
            }
        }
        return new PairPosteriors(forwardMarginals, reverseMarginals, forwardNull, reverseNull, Calibration.DIAGONAL);
    }

    @Override
    public void write(BinaryOutput out) throws IOException {
        out.putDouble(nullProbability);
        forward.write(out);
        reverse.write(out);
    }

    static DiagonalModel read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        return new DiagonalModel(
                source,
                target,
                within(in, in.getDouble(), 0, 1),
                OneWay.read(in, source.size() + 1, target.size()),
                OneWay.read(in, target.size() + 1, source.size()));
    }

    private static double within(BinaryInput in, double value, double above, double most) throws HydraException {
        if (value > above && value <= most) {
            return value;
        }
        throw in.damaged("holds a parameter that cannot be");
    }

    /** Fills {@code weights} with the probability of each given unit having generated unit {@code at}; returns NULL's share. */
    private float choose(OneWay model, int[] given, int[] generated, int at, double[] weights) {
        int unit = generated[at];
        DiagonalPrior.Shape shape = model.prior().shape(given.length, generated.length);
        shape.weightsOfGenerated(at + 1, weights);
        double factor = (1 - nullProbability) / shape.normaliser(at + 1);
        double none = unit < 0 ? 0 : nullProbability * model.table().value(0, unit);
        double sum = none;
        for (int i = 0; i < given.length; i++) {
            weights[i] *= given[i] < 0 || unit < 0 ? 0 : factor * model.table().value(given[i] + 1, unit);
            sum += weights[i];
        }
        if (sum == 0) {
            return 1f;
        }
        for (int i = 0; i < given.length; i++) {
            weights[i] /= sum;
        }
        return (float) (none / sum);
    }
}
