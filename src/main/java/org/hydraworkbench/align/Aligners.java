package org.hydraworkbench.align;

import org.hydraworkbench.align.diagonal.DiagonalAligner;
import org.hydraworkbench.align.hmm.HmmAligner;
import org.hydraworkbench.align.ibm1.Ibm1Aligner;
import org.hydraworkbench.align.model.Aligner;
import org.hydraworkbench.align.model.AlignmentMethod;

/** The aligners there are. */
public final class Aligners {

    private Aligners() {}

    /** What trains the models of a method and reads them. */
    public static Aligner of(AlignmentMethod method) {
        return switch (method) {
            case IBM1 -> new Ibm1Aligner();
            case DIAGONAL -> new DiagonalAligner();
            case HMM_FERTILITY -> new HmmAligner();
        };
    }
}
