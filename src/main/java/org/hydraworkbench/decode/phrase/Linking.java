package org.hydraworkbench.decode.phrase;

import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/** Links the words of pairs by what was learnt from those that phrases were built from. Safe for use by several threads. */
public final class Linking {

    /** Links that are less likely tell nothing about which word translates which. */
    public static final double LEAST_CONFIDENCE = 0.05;

    private final AlignmentModel model;
    private final Segmenter words = Segmenter.of(Unit.GIVEN, null);

    /**
     * @param model of words and marks, as {@link CutText} cuts them
     */
    Linking(AlignmentModel model) {
        this.model = model;
    }

    /** A pair's words and marks, linked. */
    public LinkedPair link(SentencePair pair) throws HydraException {
        CutText source = CutText.of(pair.source());
        CutText target = CutText.of(pair.target());
        Segmentation left = words.segment(spaced(source));
        Segmentation right = words.segment(spaced(target));
        PairPosteriors posteriors = model.posteriors(model.method().units(left), model.method().units(right));
        return new LinkedPair(
                source.forms(), target.forms(), posteriors.alignment(posteriors.links(Symmetrization.THRESHOLD, LEAST_CONFIDENCE)));
    }

    static String spaced(CutText text) {
        return String.join(" ", text.forms());
    }
}
