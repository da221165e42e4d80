package org.hydraworkbench.align.ibm1;

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
 * A trained IBM model 1, both directions.
 *
 * @param source source unit forms
 * @param target target unit forms
 * @param forward t(target | source)
 * @param reverse t(source | target)
 */
record Ibm1Model(Vocabulary source, Vocabulary target, LexicalTable forward, LexicalTable reverse) implements FormModel {

    @Override
    public AlignmentMethod method() {
        return AlignmentMethod.IBM1;
    }

    @Override
    public PairPosteriors posteriors(int[] sourceUnits, int[] targetUnits) {
        int n = sourceUnits.length;
        int m = targetUnits.length;
        float[][] byTarget = new float[m][n];
        float[] forwardNull = new float[m];
        for (int j = 0; j < m; j++) {
            forwardNull[j] = choose(forward, sourceUnits, targetUnits[j], byTarget[j]);
        }
        float[][] forwardMarginals = new float[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                forwardMarginals[i][j] = byTarget[j][i];
            }
        }
        float[][] reverseMarginals = new float[n][m];
        float[] reverseNull = new float[n];
        for (int i = 0; i < n; i++) {
            reverseNull[i] = choose(reverse, targetUnits, sourceUnits[i], reverseMarginals[i]);
        }
        return new PairPosteriors(forwardMarginals, reverseMarginals, forwardNull, reverseNull, Calibration.IBM1);
    }

    @Override
    public void write(BinaryOutput out) throws IOException {
        forward.write(out);
        reverse.write(out);
    }

    static Ibm1Model read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        return new Ibm1Model(
                source,
                target,
                LexicalTable.read(in, source.size() + 1, target.size()),
                LexicalTable.read(in, target.size() + 1, source.size()));
    }

    /** Fills {@code marginals} with the probability of each given unit having generated {@code unit}; returns NULL's share. */
    private static float choose(LexicalTable table, int[] given, int unit, float[] marginals) {
        if (unit < 0) {
            return 1f;
        }
        float none = table.value(0, unit);
        double sum = none;
        for (int i = 0; i < given.length; i++) {
            marginals[i] = given[i] < 0 ? 0f : table.value(given[i] + 1, unit);
            sum += marginals[i];
        }
        if (sum == 0) {
            return 1f;
        }
        for (int i = 0; i < given.length; i++) {
            marginals[i] = (float) (marginals[i] / sum);
        }
        return (float) (none / sum);
    }
}
