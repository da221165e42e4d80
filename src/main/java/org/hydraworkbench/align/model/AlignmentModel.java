package org.hydraworkbench.align.model;

import java.io.IOException;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryOutput;

/**
 * A trained alignment model with its vocabularies. It is small beside the text and is saved with the links, so that the
 * probabilities of any single pair are there whenever someone looks at it. Immutable, safe for many threads.
 */
public interface AlignmentModel {

    AlignmentMethod method();

    /** Source unit forms by number. */
    Vocabulary source();

    /** Target unit forms by number. */
    Vocabulary target();

    /** Probabilities of one pair, given by units of {@link #method}. A form never seen has no links, unless the model knows better. */
    PairPosteriors posteriors(UnitForms sourceUnits, UnitForms targetUnits);

    /** Probabilities of a pair that the model was trained on, if it makes a difference then. */
    default PairPosteriors posteriorsOfTrained(UnitForms sourceUnits, UnitForms targetUnits) {
        return posteriors(sourceUnits, targetUnits);
    }

    /** Writes the method's own parameters, without the vocabularies; {@link Aligner#read} reads them. */
    void write(BinaryOutput out) throws IOException;
}
