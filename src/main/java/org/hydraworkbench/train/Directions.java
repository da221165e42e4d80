package org.hydraworkbench.train;

import java.util.List;
import org.hydraworkbench.base.Choice;

/** In which directions a Hydra learns to translate between the language of its body, which is the new one, and another. */
public enum Directions {
    /** Both, as many pairs each way: the new language is learnt to be read too. */
    BOTH,
    /** Into the language of the body only. */
    THERE,
    /** Out of the language of the body only. */
    BACK;

    /** By these they are stored and typed. */
    public static final Choice<Directions> CODES = Choice.of(values(), directions -> switch (directions) {
        case BOTH -> "both";
        case THERE -> "there";
        case BACK -> "back";
    });

    /** How many there can be at a time. */
    static final int MOST = 2;

    /** One at a time, in the order in which they take turns. */
    List<Directions> each() {
        return this == BOTH ? List.of(THERE, BACK) : List.of(this);
    }
}
