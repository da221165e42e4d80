package org.hydraworkbench.decode.choice;

import org.jspecify.annotations.Nullable;

/**
 * Who chooses among translations.
 *
 * @param alone where no model has a say
 * @param withModel where a model has looked at them too, learnt with that very model, since how far to trust it tells nothing of another;
 *     null where nobody has learnt it: a model writes then, and has no say
 */
public record Judges(Judge alone, @Nullable Judge withModel) {

    /** The same where it is learnt how far to trust a model: it looks at the translations in any case. */
    Judges learning() {
        return withModel == null ? new Judges(alone, alone) : this;
    }
}
