package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.LinkSink;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;

/** Learns phrases from a bitext whose words nobody has linked yet. */
public final class PhraseLearning {

    private PhraseLearning() {}

    /**
     * What was learnt.
     *
     * @param phrases of all pairs, the confirmed ones last
     * @param aligner what linked them, and links others
     */
    public record Learnt(Phrases phrases, Linking aligner) {}

    /**
     * Links the words of all pairs, and builds phrases from the links.
     *
     * @param confirmed pairs that a person holds to be right; they come after the others, and are preferred to them
     * @param options of which the model, the threads and the longest pair matter
     */
    public static Learnt learn(PairSource pairs, List<SentencePair> confirmed, AlignOptions options, Progress progress) throws HydraException {
        Text text = new Text(pairs, PairSource.of(confirmed));
        Segmenter words = Segmenter.of(Unit.GIVEN, null);
        BitextAligner.Outcome outcome = BitextAligner.align(
                text,
                words,
                words,
                part -> TrainingData.of(part.bitext()),
                options.withThreshold(Linking.LEAST_CONFIDENCE),
                progress,
                text);
        progress.message("Phrases");
        Phrases phrases = text.phrases.build();
        if (!text.linked.isEmpty()) {
            phrases.add(text.linked);
        }
        return new Learnt(phrases, new Linking(outcome.model()));
    }

    /** Gives all pairs to be linked, and takes them back with their links. */
    private static final class Text implements PairSource, LinkSink {

        private final Phrases.Builder phrases = new Phrases.Builder();
        private final PairSource first;
        private final PairSource confirmed;
        private final List<LinkedPair> linked = new ArrayList<>();
        private long unconfirmed;

        Text(PairSource first, PairSource confirmed) {
            this.first = first;
            this.confirmed = confirmed;
        }

        @Override
        public @Nullable SentencePair next() throws HydraException {
            SentencePair pair = first.next();
            if (pair != null) {
                unconfirmed++;
            } else {
                pair = confirmed.next();
            }
            return pair == null ? null : cut(pair);
        }

        private SentencePair cut(SentencePair pair) {
            CutText target = CutText.of(pair.target());
            phrases.learnSpaces(target);
            return new SentencePair(Linking.spaced(CutText.of(pair.source())), Linking.spaced(target));
        }

        @Override
        public void accept(List<String> source, List<String> target, Alignment links) {
            if (unconfirmed > 0) {
                unconfirmed--;
                phrases.add(source, target, links);
            } else {
                linked.add(new LinkedPair(source, target, links));
            }
        }
    }
}
