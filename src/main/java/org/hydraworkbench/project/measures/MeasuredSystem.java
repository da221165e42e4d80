package org.hydraworkbench.project.measures;

import org.hydraworkbench.base.Choice;

/** What translates in a battery; a project can run those for which it has what they need. */
public enum MeasuredSystem {
    /** The sentence itself, the least that a translation has to beat. */
    COPYING,
    /** The translation of the most similar sentence of the training pairs. */
    NEAREST,
    /** Word by word, as the links say. */
    GLOSS,
    /** The best by phrases alone. */
    PHRASES,
    /** The judge's choice among all that is found without a model. */
    WITHOUT_HYDRA,
    /** The Hydra alone. */
    HYDRA,
    /** The judge's choice among everything, with the Hydra as one writer and as judge. */
    EVERYTHING;

    /** How a system is stored and typed. */
    public static final Choice<MeasuredSystem> CODES = Choice.of(values(), system -> switch (system) {
        case COPYING -> "copying";
        case NEAREST -> "nearest";
        case GLOSS -> "gloss";
        case PHRASES -> "phrases";
        case WITHOUT_HYDRA -> "without-hydra";
        case HYDRA -> "hydra";
        case EVERYTHING -> "everything";
    });

    public String code() {
        return CODES.code(this);
    }

    /** Whether it is there for comparison only: any translator should be better. */
    public boolean isFloor() {
        return this == COPYING || this == NEAREST || this == GLOSS;
    }

    /** Whether it says which chrF is to be expected of its translations. */
    public boolean isJudged() {
        return this == WITHOUT_HYDRA || this == EVERYTHING;
    }
}
