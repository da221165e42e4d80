package org.hydraworkbench.project.translation;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge.Said;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.LinkProjection;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.tokenizer.Segmentation;
import org.jspecify.annotations.Nullable;

/** The pairs of a project as phrases see them, in the direction of a translation, with the links of the alignment in use. */
final class PairCutting {

    /** Of a link between words of a pair that nobody aligned. */
    private static final float LEAST_CONFIDENCE = .3f;

    private final CurrentAlignment current;
    private final AlignmentFiles files;
    private final boolean reversed;

    /**
     * @param current which has files
     * @param reversed whether the project's target language is translated from
     */
    PairCutting(CurrentAlignment current, boolean reversed) {
        this.current = current;
        this.files = current.files().orElseThrow();
        this.reversed = reversed;
    }

    /** A pair of the project with the machine's links. */
    LinkedPair byMachine(long id, SentencePair texts) throws HydraException {
        return carriedOver(texts, files.links(id));
    }

    /** A pair of the project by what a person said of it; null where that is that it is none. All links of a confirmed pair are sure. */
    @Nullable Said byPerson(long id) throws HydraException {
        PairView view = current.view(id, PairCutting::cut, PairCutting::cut);
        PairStatus status = view.pair().status();
        if (status == PairStatus.REJECTED) {
            return null;
        }
        boolean confirmed = status == PairStatus.CONFIRMED;
        List<Link> links = new ArrayList<>();
        for (EffectiveLink link : view.links()) {
            boolean sure = confirmed || link.origin() == EffectiveLink.Origin.EDITED;
            if (link.state() != LinkState.REJECTED) {
                links.add(new Link(link.source(), link.target(), LinkState.SURE, sure ? 1 : link.confidence()));
            }
        }
        SentencePair texts = turned(new SentencePair(view.pair().source(), view.pair().target()));
        return new Said(texts, linked(view.source(), view.target(), Alignment.of(links)), confirmed);
    }

    /** A pair that the project does not have, in the direction of the translation. */
    LinkedPair unaligned(SentencePair asked) throws HydraException {
        SentencePair texts = turned(asked);
        PairPosteriors posteriors = current.posteriors(current.source().segment(texts.source()), current.target().segment(texts.target()));
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < posteriors.sources(); i++) {
            for (int j = 0; j < posteriors.targets(); j++) {
                if (posteriors.confidence(i, j) >= LEAST_CONFIDENCE) {
                    links.add(new Link(i, j, LinkState.SURE, posteriors.confidence(i, j)));
                }
            }
        }
        return carriedOver(texts, new Alignment(links));
    }

    private LinkedPair carriedOver(SentencePair texts, Alignment links) throws HydraException {
        Segmentation left = cut(texts.source());
        Segmentation right = cut(texts.target());
        return linked(left, right, LinkProjection.carryOver(
                links, current.source().segment(texts.source()), current.target().segment(texts.target()), left, right));
    }

    /** From the project's direction to that of the translation, and back. */
    SentencePair turned(SentencePair pair) {
        return reversed ? pair.reversed() : pair;
    }

    private LinkedPair linked(Segmentation left, Segmentation right, Alignment links) {
        return reversed
                ? new LinkedPair(List.of(right.forms()), List.of(left.forms()), links.reversed())
                : new LinkedPair(List.of(left.forms()), List.of(right.forms()), links);
    }

    /** A text cut as phrases see it. */
    private static Segmentation cut(String text) {
        return CutText.of(text).segmentation();
    }
}
