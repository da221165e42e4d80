package org.hydraworkbench.project.corpora;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs to show.
 *
 * @param text words or characters that either side contains; empty for any
 * @param corpusId one corpus, or null for all
 * @param excluded only excluded pairs, only those not excluded, or null for both
 * @param statuses pairs with one of these; empty for any
 * @param edited only pairs of which a person changed a link, reviewed or not
 * @param synthetic pairs of synthetic corpora too
 */
public record PairFilter(
        String text,
        @Nullable Long corpusId,
        @Nullable Boolean excluded,
        Set<PairStatus> statuses,
        boolean edited,
        boolean synthetic) {

    private static final PairFilter ALL = new PairFilter("", null, null, Set.of(), false, true);

    public PairFilter {
        text = text.strip();
        statuses = Set.copyOf(statuses);
    }

    /** Every pair. */
    public static PairFilter all() {
        return ALL;
    }

    /** What people wrote and did not exclude: the pairs that have links. */
    public static PairFilter linkable() {
        return new PairFilter("", null, false, Set.of(), false, false);
    }

    public PairFilter withText(String value) {
        return new PairFilter(value, corpusId, excluded, statuses, edited, synthetic);
    }

    public PairFilter withCorpus(@Nullable Long value) {
        return new PairFilter(text, value, excluded, statuses, edited, synthetic);
    }

    public PairFilter withExcluded(@Nullable Boolean value) {
        return new PairFilter(text, corpusId, value, statuses, edited, synthetic);
    }

    public PairFilter withStatuses(Set<PairStatus> value) {
        return new PairFilter(text, corpusId, excluded, value, edited, synthetic);
    }

    public PairFilter withEdited(boolean value) {
        return new PairFilter(text, corpusId, excluded, statuses, value, synthetic);
    }

    public boolean dependsOnEdits() {
        return edited || !statuses.isEmpty();
    }

    public boolean dependsOnAlignment() {
        return statuses.contains(PairStatus.MACHINE) || statuses.contains(PairStatus.NONE);
    }
}
