package org.hydraworkbench.align;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;

/**
 * A trained alignment model with its vocabularies. It is small beside the text and is saved with the links, so that the
 * probabilities of any single pair are there whenever someone looks at it. Immutable, safe for many threads.
 */
public sealed interface AlignmentModel permits Ibm1Model, DiagonalModel {

    AlignmentMethod method();

    /** Source unit forms by number. */
    Vocabulary source();

    /** Target unit forms by number. */
    Vocabulary target();

    /**
     * Probabilities of one pair.
     *
     * @param sourceUnits numbers in {@link #source}, or {@link Vocabulary#ABSENT}
     * @param targetUnits numbers in {@link #target}, or {@link Vocabulary#ABSENT}
     */
    PairPosteriors posteriors(int[] sourceUnits, int[] targetUnits);

    /** Probabilities of one pair given by its unit forms; forms never seen have no links. */
    default PairPosteriors posteriors(List<String> sourceUnits, List<String> targetUnits) {
        return posteriors(source().ids(sourceUnits), target().ids(targetUnits));
    }

    /** Writes the model with its vocabularies to one binary file. */
    void save(Path file) throws HydraException;

    /** Reads what {@link #save} wrote. */
    static AlignmentModel load(Path file) throws HydraException {
        return ModelFile.load(file);
    }
}
