package org.hydraworkbench.align;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hydraworkbench.base.UsageException;

/** The alignment models there are, and the choice of one by the size of the bitext. */
public enum AlignmentMethod {
    /** What suits the bitext: {@link #HMM_FERTILITY}, unless it is so large that this would take too long, see {@link #suiting}. */
    AUTO("auto"),
    /** IBM model 1 (Brown et al. 1993): which units occur together, whatever their order. */
    IBM1("ibm1"),
    /** A translation stands near its place on the diagonal (Dyer, Chahuneau and Smith 2013, the model of fast_align). */
    DIAGONAL("diagonal"),
    /**
     * A Bayesian hidden Markov model with fertility (Östling and Tiedemann 2016) that knows stems and cognates: the best links, for small and
     * large corpora.
     */
    HMM_FERTILITY("hmm-fertility");

    /**
     * Cells (source units times target units, summed over the pairs) up to which {@link #AUTO} chooses the HMM. It had the best links
     * on every hand-aligned bitext of 274 to 100,000 pairs that it was measured on, so only time speaks against it: some 5 µs of
     * processor time a cell, thus hours from here on.
     */
    private static final long MOST_HMM_CELLS = 10_000_000_000L;

    private final String optionName;

    AlignmentMethod(String optionName) {
        this.optionName = optionName;
    }

    /** The name on the command line and in files. */
    public String optionName() {
        return optionName;
    }

    /** The model with that {@link #optionName}. */
    public static AlignmentMethod parse(String name) throws UsageException {
        for (AlignmentMethod value : values()) {
            if (value.optionName.equals(name)) {
                return value;
            }
        }
        throw new UsageException("There is no alignment model '" + name + "'; choose one of "
                + Arrays.stream(values()).map(AlignmentMethod::optionName).collect(Collectors.joining(", ")) + ".");
    }

    /** What trains this model. */
    public Aligner aligner() {
        return switch (this) {
            case AUTO -> (data, options, progress) ->
                    suiting(data).aligner().train(data, options, progress);
            case IBM1 -> new Ibm1Aligner();
            case DIAGONAL -> new DiagonalAligner();
            case HMM_FERTILITY -> new HmmAligner();
        };
    }

    /** What {@link #AUTO} stands for; only the HMM learns from more than the pairs. */
    static AlignmentMethod suiting(TrainingData data) {
        boolean pairsAlone = data.supervision().equals(Supervision.none()) && data.start() == null && data.earlier() == null;
        return pairsAlone && cells(data.bitext()) > MOST_HMM_CELLS ? DIAGONAL : HMM_FERTILITY;
    }

    private static long cells(IndexedBitext bitext) {
        long cells = 0;
        for (int pair = 0; pair < bitext.size(); pair++) {
            cells += (long) bitext.source().length(pair) * bitext.target().length(pair);
        }
        return cells;
    }
}
