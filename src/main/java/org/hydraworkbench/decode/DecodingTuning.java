package org.hydraworkbench.decode;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.PartProgress;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgeTuning;
import org.hydraworkbench.decode.choice.Judges;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseTuning;
import org.hydraworkbench.decode.phrase.PhraseWeights;

/**
 * Learns what translations are to be chosen by.
 *
 * @param knowledge what translates
 * @param pairs sentences and their translations that it does not have, at least one
 */
public record DecodingTuning(Knowledge knowledge, List<SentencePair> pairs, How how) {

    /** About the share of the time that learning the weights of the search takes, of what is learnt without a model. */
    private static final double SEARCH = .8;

    /**
     * How it is learnt.
     *
     * @param beam partial translations that the search by phrases keeps while learning
     * @param threads what is learnt does not depend on them
     * @param seed the same seed gives the same weights
     * @param judgeOnly whether the weights of the search by phrases stay as they are
     */
    public record How(int beam, int threads, long seed, boolean judgeOnly) {}

    public DecodingTuning {
        pairs = List.copyOf(pairs);
    }

    /** Learns the weights of the search by phrases, and the judge for where there is no model. */
    public Decoding withoutModel(Decoding start, Progress progress) throws HydraException {
        PhraseWeights weights = how.judgeOnly
                ? start.phrases()
                : PhraseTuning.learn(
                        knowledge.phrases(), pairs, start.phrases(), how.beam, how.threads, how.seed, new PartProgress(progress, 0, SEARCH));
        Judges judges = JudgeTuning.learn(
                knowledge, weights, start.judges(), how.beam, null, pairs, how.threads, new PartProgress(progress, SEARCH, 1));
        return new Decoding(weights, judges);
    }

    /** Learns only what to expect of a choice; what is chosen stays the same where there is no model. */
    public Decoding expectation(Decoding start, Progress progress) throws HydraException {
        return new Decoding(
                start.phrases(),
                JudgeTuning.expecting(
                        knowledge, start.phrases(), start.judges(), how.beam, pairs, how.threads, progress));
    }

    /** Learns the judge for where there is a model; the rest stays. */
    public Decoding withModel(Decoding learnt, HydraJudge model, Progress progress) throws HydraException {
        return new Decoding(
                learnt.phrases(),
                JudgeTuning.learn(
                        knowledge, learnt.phrases(), learnt.judges(), how.beam, model, pairs, how.threads, progress));
    }
}
