package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.model.AlignmentModel;

/** Looks into an HMM with fertility, for tests of what trains it. */
public final class LearntLinks {

    private LearntLinks() {}

    /** The mean number of forward links of two forms over the sampled states. */
    public static int of(AlignmentModel model, String source, String target) {
        HmmStatistics known = ((HmmModel) model).statistics();
        int pair = known.pairs().find(known.source().id(source), known.target().id(target));
        return known.pairs().counts()[2 * pair] / known.states();
    }
}
