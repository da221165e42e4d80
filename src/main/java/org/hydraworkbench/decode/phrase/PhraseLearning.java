package org.hydraworkbench.decode.phrase;

import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/** Learns phrases from a bitext whose words nobody has linked yet. */
public final class PhraseLearning {

    /** Links that are less likely tell nothing about which word translates which. */
    private static final double LEAST_CONFIDENCE = 0.05;

    private PhraseLearning() {}

    /**
     * Links the words of all pairs, and builds phrases from the links.
     *
     * @param options of which the model, the threads and the longest pair matter
     */
    public static Phrases learn(PairSource pairs, AlignOptions options, Progress progress) throws HydraException {
        Phrases.Builder phrases = new Phrases.Builder();
        Segmenter words = Segmenter.of(Unit.GIVEN, null);
        BitextAligner.align(
                () -> {
                    SentencePair pair = pairs.next();
                    return pair == null ? null : cut(pair, phrases);
                },
                words,
                words,
                part -> TrainingData.of(part.bitext()),
                options.withThreshold(LEAST_CONFIDENCE),
                progress,
                phrases::add);
        progress.message("Phrases");
        return phrases.build();
    }

    private static SentencePair cut(SentencePair pair, Phrases.Builder phrases) {
        CutText target = CutText.of(pair.target());
        phrases.learnSpaces(target);
        return new SentencePair(String.join(" ", CutText.of(pair.source()).forms()), String.join(" ", target.forms()));
    }
}
