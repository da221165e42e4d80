package org.hydraworkbench.align;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * A trained alignment model with its vocabularies. It is small beside the text and is saved with the links, so that the
 * probabilities of any single pair are there whenever someone looks at it. Immutable, safe for many threads.
 */
public sealed interface AlignmentModel permits FormModel, HmmModel {

    AlignmentMethod method();

    /** Source unit forms by number. */
    Vocabulary source();

    /** Target unit forms by number. */
    Vocabulary target();

    /** Probabilities of one pair, given by its unit forms. A form never seen has no links, unless the model knows better. */
    PairPosteriors posteriors(List<String> sourceUnits, List<String> targetUnits);

    /** Probabilities of a pair that the model was trained on, if it makes a difference then. */
    default PairPosteriors posteriorsOfTrained(List<String> sourceUnits, List<String> targetUnits) {
        return posteriors(sourceUnits, targetUnits);
    }

    /** Writes the model with its vocabularies to one binary file. */
    default void save(Path file) throws HydraException {
        ModelFile.save(this, file);
    }

    /** Reads what {@link #save} wrote. */
    static AlignmentModel load(Path file) throws HydraException {
        return ModelFile.load(file);
    }
}
