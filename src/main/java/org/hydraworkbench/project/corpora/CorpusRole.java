package org.hydraworkbench.project.corpora;

import org.hydraworkbench.base.Choice;

/** What the pairs of a corpus are for. Only those for training are aligned and trained on. */
public enum CorpusRole {
    TRAINING,
    /** Looked at while settings are chosen. */
    DEVELOPMENT,
    /** Looked at in the end only. */
    TEST;

    /** How a role is stored and typed. */
    public static final Choice<CorpusRole> CODES = Choice.of(values(), role -> switch (role) {
        case TRAINING -> "train";
        case DEVELOPMENT -> "dev";
        case TEST -> "test";
    });

    public String code() {
        return CODES.code(this);
    }

    /** What a person calls it, {@code training} for instance. */
    public String title() {
        return switch (this) {
            case TRAINING -> "training";
            case DEVELOPMENT -> "development";
            case TEST -> "test";
        };
    }
}
