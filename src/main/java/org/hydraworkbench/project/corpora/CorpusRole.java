package org.hydraworkbench.project.corpora;

import org.hydraworkbench.base.Choice;

/** What the pairs of a corpus are for. Only those for training are aligned; a Hydra is trained on synthetic ones too. */
public enum CorpusRole {
    TRAINING,
    /** Looked at while settings are chosen. */
    DEVELOPMENT,
    /** Looked at in the end only. */
    TEST,
    /** Made by translating one side: a Hydra is trained on them, and nothing else learns from them or is measured by them. */
    SYNTHETIC;

    /** How a role is stored and typed. */
    public static final Choice<CorpusRole> CODES = Choice.of(values(), role -> switch (role) {
        case TRAINING -> "train";
        case DEVELOPMENT -> "dev";
        case TEST -> "test";
        case SYNTHETIC -> "synthetic";
    });

    public String code() {
        return CODES.code(this);
    }

    /** Whether something learns from such pairs, rather than being measured by them. */
    public boolean teaches() {
        return this == TRAINING || this == SYNTHETIC;
    }

    /** What a person calls it, {@code training} for instance. */
    public String title() {
        return switch (this) {
            case TRAINING -> "training";
            case DEVELOPMENT -> "development";
            case TEST -> "test";
            case SYNTHETIC -> "tuning a Hydra";
        };
    }
}
