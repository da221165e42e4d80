package org.hydraworkbench.app.alignment;

import java.util.EnumSet;
import java.util.Set;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairStatus;

/** Which pairs a person wants to work through. Excluded pairs are never among them. */
public enum PairKind {
    ALL(PairOrder.CORPUS, Set.of(), false),
    /** Those that the aligner was least sure of come first. */
    LEAST_CERTAIN(PairOrder.LEAST_CERTAIN, Set.of(), false),
    UNCONFIRMED(PairOrder.CORPUS, EnumSet.complementOf(EnumSet.of(PairStatus.CONFIRMED, PairStatus.REJECTED)), false),
    EDITED(PairOrder.CORPUS, Set.of(), true),
    CONFIRMED(PairOrder.CORPUS, Set.of(PairStatus.CONFIRMED), false),
    NEEDS_REVIEW(PairOrder.CORPUS, Set.of(PairStatus.NEEDS_REVIEW), false);

    private final PairOrder order;
    private final Set<PairStatus> statuses;
    private final boolean edited;

    PairKind(PairOrder order, Set<PairStatus> statuses, boolean edited) {
        this.order = order;
        this.statuses = Set.copyOf(statuses);
        this.edited = edited;
    }

    PairOrder order() {
        return order;
    }

    /** The pairs of this kind that contain {@code text} on either side. */
    PairFilter filter(String text) {
        return PairFilter.linkable().withText(text).withStatuses(statuses).withEdited(edited);
    }
}
