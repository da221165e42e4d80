package org.hydraworkbench.hydra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.model.AnswerScorer;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.generation.NearestTokens;
import org.hydraworkbench.text.Side;

/** How likely a Hydra holds translations to be, put to it as in training. */
final class PairScorer {

    private final HydraHead source;
    private final HydraHead target;
    private final TemplateEncoder encoder;
    private final AnswerScorer scorer;

    PairScorer(HydraModel hydra, HydraHead source, HydraHead target, PromptTemplate template) {
        this.source = source;
        this.target = target;
        this.encoder = new TemplateEncoder(template, source, target);
        this.scorer = new AnswerScorer(hydra.body(), target.table());
    }

    /** log P(target | source) / number of tokens, and the number of tokens. */
    List<HydraModel.Likelihood> score(List<SentencePair> pairs, Progress progress) throws HydraException {
        List<AnswerScorer.Answer> answers = new ArrayList<>();
        for (SentencePair pair : pairs) {
            answers.add(answer(pair));
        }
        double[] totals = scorer.logProbabilities(answers, progress);
        List<HydraModel.Likelihood> scores = new ArrayList<>();
        for (int k = 0; k < totals.length; k++) {
            scores.add(new HydraModel.Likelihood(totals[k], answers.get(k).ids().length));
        }
        return scores;
    }

    /** The states in which the translations were written, for what comes next in others like them. */
    NearestTokens nearest(List<SentencePair> pairs, Progress progress) throws HydraException {
        List<AnswerScorer.Answer> answers = new ArrayList<>();
        for (SentencePair pair : pairs) {
            answers.add(answer(pair));
        }
        return NearestTokens.of(scorer.states(answers, progress));
    }

    /** What training scores is the answer. */
    private AnswerScorer.Answer answer(SentencePair pair) throws HydraException {
        List<PromptPart> prompt = new ArrayList<>();
        int[] answer = {};
        for (PromptRun run : encoder.example(pair.source(), pair.target())) {
            if (!run.scored()) {
                prompt.add(new PromptPart((run.side() == Side.SOURCE ? source : target).table(), run.ids()));
            } else if (run.side() == Side.TARGET) {
                int before = answer.length;
                answer = Arrays.copyOf(answer, before + run.ids().length);
                System.arraycopy(run.ids(), 0, answer, before, run.ids().length);
            }
        }
        return new AnswerScorer.Answer(prompt, answer);
    }
}
