package org.hydraworkbench.align.model;

import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.Vocabulary;

/** A model that knows units by their numbers only: a form never seen has no links, and a pair that it was trained on is like any other. */
public interface FormModel extends AlignmentModel {

    /**
     * Probabilities of one pair.
     *
     * @param sourceUnits numbers in {@link #source}, or {@link Vocabulary#ABSENT}
     * @param targetUnits numbers in {@link #target}, or {@link Vocabulary#ABSENT}
     */
    PairPosteriors posteriors(int[] sourceUnits, int[] targetUnits);

    @Override
    default PairPosteriors posteriors(UnitForms sourceUnits, UnitForms targetUnits) {
        return posteriors(source().ids(sourceUnits.formsFor(method())), target().ids(targetUnits.formsFor(method())));
    }

    /** This model with what it believes about the pairs of a bitext in its own numbers. */
    default TrainedModel trainedOn(IndexedBitext bitext) {
        return new TrainedModel(
                this, pair -> posteriors(bitext.source().sentence(pair), bitext.target().sentence(pair)));
    }
}
