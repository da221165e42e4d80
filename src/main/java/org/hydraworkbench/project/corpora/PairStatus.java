package org.hydraworkbench.project.corpora;

import java.sql.SQLException;
import org.hydraworkbench.base.Choice;

/** How far a person and the machine are with a pair. The first that fits holds. */
public enum PairStatus {
    /** A person confirmed the pair and its links. */
    CONFIRMED,
    /** A person said that the sentences do not translate each other. */
    REJECTED,
    /** A person put it aside for later. */
    NEEDS_REVIEW,
    /** A person changed at least one link. */
    EDITED,
    /** The machine aligned it. */
    MACHINE,
    /** Nothing happened to it yet. */
    NONE;

    /** How a status is stored and typed. */
    public static final Choice<PairStatus> CODES = Choice.of(values(), status -> switch (status) {
        case CONFIRMED -> "confirmed";
        case REJECTED -> "rejected";
        case NEEDS_REVIEW -> "needs-review";
        case EDITED -> "edited";
        case MACHINE -> "machine";
        case NONE -> "none";
    });

    /** A status as it was stored. */
    static PairStatus stored(String code) throws SQLException {
        return CODES.find(code).orElseThrow(() -> new SQLException("a pair has the unknown status " + code));
    }

    public String code() {
        return CODES.code(this);
    }

    /** Whether it is what a person says of the whole pair, which the room {@code edits} keeps. */
    public boolean isReview() {
        return this == CONFIRMED || this == REJECTED || this == NEEDS_REVIEW;
    }
}
