package org.hydraworkbench.align.model;

import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.jspecify.annotations.Nullable;

/**
 * What an aligner learns from.
 *
 * @param bitext the pairs
 * @param supervision what a person said about them
 * @param start links of the same pairs that training may start from, so that a small change is soon learnt
 * @param earlier a model of the same languages whose knowledge the HMM with fertility takes over if it is one; other models learn from nothing else
 * @param earlierWeight what its counts are multiplied with: 1 when it learnt from the same kind of text, less when from another
 */
public record TrainingData(
        IndexedBitext bitext, Supervision supervision, @Nullable Links start, @Nullable AlignmentModel earlier, float earlierWeight) {

    public TrainingData {
        if (!(earlierWeight > 0)) {
            throw new IllegalArgumentException("weight " + earlierWeight);
        }
        if (start != null && start.size() != bitext.size()) {
            throw new IllegalArgumentException("links of " + start.size() + " pairs for " + bitext.size());
        }
        supervision.pairs().forEach((pair, verdict) -> {
            if (pair < 0 || pair >= bitext.size() || !verdict.fits(bitext.source().length(pair), bitext.target().length(pair))) {
                throw new IllegalArgumentException("a verdict on pair " + pair + " that does not fit the bitext");
            }
        });
    }

    /** Nothing but pairs. */
    public static TrainingData of(IndexedBitext bitext) {
        return new TrainingData(bitext, Supervision.none(), null, null, 1);
    }

    public TrainingData withSupervision(Supervision value) {
        return new TrainingData(bitext, value, start, earlier, earlierWeight);
    }

    public TrainingData withStart(Links value) {
        return new TrainingData(bitext, supervision, value, earlier, earlierWeight);
    }

    public TrainingData withEarlier(AlignmentModel value, float weight) {
        return new TrainingData(bitext, supervision, start, value, weight);
    }
}
