package org.hydraworkbench.project.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.project.conversations.Conversations;
import org.hydraworkbench.project.conversations.Exchange;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.links.CurrentAlignment;
import org.hydraworkbench.project.links.EffectiveLink;
import org.hydraworkbench.project.links.LinkProjection;
import org.hydraworkbench.project.links.PairEvidence;
import org.hydraworkbench.project.links.PairView;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.tokenizer.Segment;
import org.hydraworkbench.tokenizer.Segmentation;
import org.hydraworkbench.tokenizer.Unit;

/**
 * Learns what a project's sentences teach about translating, as they are now: pairs for training by the links of the alignment in use,
 * those that a person edited or confirmed by what that person says and before all others, those that were rejected not at all. What a person
 * confirmed, or wrote in the place of an answer, is the translation of that very sentence.
 */
public final class ProjectKnowledge {

    /** Of a link between words of a correction, which nobody aligned. */
    private static final float LEAST_CONFIDENCE = .3f;

    private final Database database;
    private final Alignments alignments;
    private final Conversations conversations;

    public ProjectKnowledge(Database database, Alignments alignments, Conversations conversations) {
        this.database = database;
        this.alignments = alignments;
        this.conversations = conversations;
    }

    /**
     * Learns for one direction.
     *
     * @param from the side that is translated from
     * @param fromTag its language
     * @param toTag the other side's
     * @throws InputException when the project has no alignment
     */
    public Knowledge learn(Side from, LanguageTag fromTag, LanguageTag toTag, Progress progress) throws HydraException {
        CurrentAlignment current = alignments.now();
        AlignmentFiles files = current.files()
                .orElseThrow(() -> new InputException("The project has no alignment yet, by which it could translate; align its corpora first."));
        return new Learning(current, files, from == Side.TARGET, progress).learn(fromTag, toTag);
    }

    private final class Learning {

        private final CurrentAlignment current;
        private final AlignmentFiles files;
        private final boolean reversed;
        private final Progress progress;
        private final Knowledge.Builder builder = new Knowledge.Builder();

        Learning(CurrentAlignment current, AlignmentFiles files, boolean reversed, Progress progress) {
            this.current = current;
            this.files = files;
            this.reversed = reversed;
            this.progress = progress;
        }

        Knowledge learn(LanguageTag fromTag, LanguageTag toTag) throws HydraException {
            progress.message("Phrases of the project");
            Set<Long> touched = PairEvidence.touched(database);
            List<Long> said = new ArrayList<>();
            TrainingPairs pairs = new TrainingPairs(database);
            for (TrainingPairs.Pair pair = pairs.nextPair(); pair != null; pair = pairs.nextPair()) {
                progress.checkCancelled();
                if (touched.contains(pair.id())) {
                    said.add(pair.id());
                } else {
                    machine(pair);
                }
            }
            for (long id : said) {
                byPerson(id);
            }
            for (Exchange exchange : conversations.corrected()) {
                correction(exchange, fromTag, toTag);
            }
            return builder.build();
        }

        private void machine(TrainingPairs.Pair pair) throws HydraException {
            Segmentation left = cut(pair.texts().source());
            Segmentation right = cut(pair.texts().target());
            builder.add(texts(pair.texts()), linked(left, right, carriedOver(files.links(pair.id()), pair.texts(), left, right)));
        }

        private Alignment carriedOver(Alignment links, SentencePair texts, Segmentation left, Segmentation right) throws StateException {
            return LinkProjection.carryOver(
                    links, current.source().segment(texts.source()), current.target().segment(texts.target()), left, right);
        }

        /** All links of a confirmed pair are sure; of another one those that a person drew. */
        private void byPerson(long id) throws HydraException {
            PairView view = current.view(id, ProjectKnowledge::cut, ProjectKnowledge::cut);
            PairStatus status = view.pair().status();
            if (status == PairStatus.REJECTED) {
                return;
            }
            List<Link> links = new ArrayList<>();
            for (EffectiveLink link : view.links()) {
                boolean sure = status == PairStatus.CONFIRMED || link.origin() == EffectiveLink.Origin.EDITED;
                if (link.state() != LinkState.REJECTED) {
                    links.add(new Link(link.source(), link.target(), LinkState.SURE, sure ? 1 : link.confidence()));
                }
            }
            SentencePair texts = new SentencePair(view.pair().source(), view.pair().target());
            LinkedPair linked = linked(view.source(), view.target(), Alignment.of(links));
            if (status == PairStatus.CONFIRMED) {
                builder.addConfirmed(texts(texts), linked);
            } else {
                builder.addEdited(texts(texts), linked);
            }
        }

        /** One that became a pair of the project counts there. */
        private void correction(Exchange exchange, LanguageTag fromTag, LanguageTag toTag) throws HydraException {
            if (exchange.pair() != null || !exchange.from().equals(fromTag) || !exchange.to().equals(toTag)) {
                return;
            }
            SentencePair asked = new SentencePair(exchange.question(), exchange.correction());
            SentencePair texts = texts(asked); // as the project has them, source first
            Segmentation source = current.source().segment(texts.source());
            Segmentation target = current.target().segment(texts.target());
            PairPosteriors posteriors = current.posteriors(source, target);
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < posteriors.sources(); i++) {
                for (int j = 0; j < posteriors.targets(); j++) {
                    if (posteriors.confidence(i, j) >= LEAST_CONFIDENCE) {
                        links.add(new Link(i, j, LinkState.SURE, posteriors.confidence(i, j)));
                    }
                }
            }
            Segmentation left = cut(texts.source());
            Segmentation right = cut(texts.target());
            builder.addConfirmed(asked, linked(left, right, LinkProjection.carryOver(new Alignment(links), source, target, left, right)));
        }

        private SentencePair texts(SentencePair pair) {
            return reversed ? new SentencePair(pair.target(), pair.source()) : pair;
        }

        private LinkedPair linked(Segmentation left, Segmentation right, Alignment links) {
            return reversed
                    ? new LinkedPair(List.of(right.forms()), List.of(left.forms()), links.reversed())
                    : new LinkedPair(List.of(left.forms()), List.of(right.forms()), links);
        }
    }

    /** A text cut as phrases see it. */
    private static Segmentation cut(String text) {
        CutText cut = CutText.of(text);
        List<Segment> segments = new ArrayList<>(cut.size());
        for (int k = 0; k < cut.size(); k++) {
            Span span = cut.spans().get(k);
            segments.add(new Segment(cut.forms().get(k), span.start(), span.end(), -1, 0));
        }
        return new Segmentation(text, Unit.WORD, segments, null);
    }
}
