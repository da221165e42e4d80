package org.hydraworkbench.project.corpora;

import org.hydraworkbench.base.HydraException;

/** How certain an alignment is of each pair. */
public interface PairScores {

    /** Tells one state of the scores from another. */
    long version();

    /** Mean confidence of a pair's links, 0 to 1; NaN for a pair that is not covered. */
    float score(long pairId);

    /** Where the scores of the current alignment come from. */
    @FunctionalInterface
    interface Source {
        PairScores current() throws HydraException;
    }

    /** There is no alignment. */
    PairScores NONE = new PairScores() {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public float score(long pairId) {
            return Float.NaN;
        }
    };
}
