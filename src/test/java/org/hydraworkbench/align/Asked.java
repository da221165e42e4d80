package org.hydraworkbench.align;

import java.util.List;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.UnitForms;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/** Asks a model about pairs of given units, for tests. */
public final class Asked {

    private static final Segmenter SPACES = Segmenter.of(Unit.GIVEN, null);

    private Asked() {}

    /** The probabilities of a pair; no unit has a space. */
    public static PairPosteriors posteriors(AlignmentModel model, List<String> source, List<String> target) throws StateException {
        return model.posteriors(units(model, source), units(model, target));
    }

    /** The probabilities of a pair that the model was trained on. */
    public static PairPosteriors posteriorsOfTrained(AlignmentModel model, List<String> source, List<String> target) throws StateException {
        return model.posteriorsOfTrained(units(model, source), units(model, target));
    }

    private static UnitForms units(AlignmentModel model, List<String> forms) throws StateException {
        return model.method().units(SPACES.segment(String.join(" ", forms)));
    }
}
