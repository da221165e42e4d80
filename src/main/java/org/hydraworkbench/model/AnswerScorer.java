package org.hydraworkbench.model;

import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Targets;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/** How likely a decoder holds answers to be after their prompts: log P(answer | prompt), in nats. Prompts may go through several tables. */
public final class AnswerScorer {

    /** Tokens that are read in one go; each looks at all others, so that many more at once would take longer. */
    private static final int TREE = 512;

    private final Decoder body;
    private final TokenTable out;

    /** Answers are read and predicted through {@code out}. */
    public AnswerScorer(Decoder body, TokenTable out) {
        this.body = body;
        this.out = out;
    }

    /**
     * A prompt and an answer.
     *
     * @param prompt at least one token
     * @param ids tokens of the answer with what ends it
     */
    public record Answer(List<PromptPart> prompt, int[] ids) {

        private int length() {
            return prompt.stream().mapToInt(part -> part.ids().length).sum() + ids.length - 1;
        }
    }

    /** What is made of answers that were read together. */
    @FunctionalInterface
    private interface Made {

        /**
         * @param states [1, n, H], in which each of {@code targets} is to be predicted
         * @param first the number of the first answer
         * @param places for it and those that follow: where its tokens are among the targets
         */
        void take(TensorScope scope, Tensor states, long[] targets, int first, List<IntList> places) throws HydraException;
    }

    private void read(List<Answer> answers, Progress progress, Made made) throws HydraException {
        for (Answer answer : answers) {
            body.config().requireFits(answer.length());
        }
        for (int done = 0; done < answers.size(); ) {
            AnswerTree tree = new AnswerTree(out);
            List<IntList> places = new ArrayList<>();
            int first = done;
            do {
                places.add(tree.add(answers.get(done++)));
            } while (done < answers.size()
                    && tree.size() + answers.get(done).length() <= TREE
                    && body.config().positions().alike(answers.get(first).length(), answers.get(done).length()));
            try (TensorScope scope = body.scope().child()) {
                made.take(scope, tree.states(scope, body, progress), tree.targets(), first, places);
            }
        }
    }

    /**
     * The log-probability of each answer, natural.
     *
     * @throws InputException when one is longer than the context
     */
    public double[] logProbabilities(List<Answer> answers, Progress progress) throws HydraException {
        double[] result = new double[answers.size()];
        read(answers, progress, (scope, states, targets, first, places) -> {
            float[] losses = DecoderKernel.nll(scope, states, Targets.of(scope, targets), body.norm(), out.head(), body.shape()).floats();
            for (int k = 0; k < places.size(); k++) {
                result[first + k] = -places.get(k).intStream().mapToDouble(place -> losses[place]).sum();
            }
        });
        return result;
    }

    /**
     * The states in which the tokens of an answer were to be predicted, after the final norm, with these tokens.
     *
     * @param states [n][H]
     * @param tokens [n]
     */
    public record States(float[][] states, int[] tokens) {}

    /**
     * The states of each answer.
     *
     * @throws InputException when one is longer than the context
     */
    public List<States> states(List<Answer> answers, Progress progress) throws HydraException {
        States[] texts = new States[answers.size()];
        int size = body.config().hiddenSize();
        read(answers, progress, (scope, states, targets, first, places) -> {
            float[] all = DecoderKernel.states(scope, states, body.norm(), body.shape()).floats();
            for (int k = 0; k < places.size(); k++) {
                float[][] own = places.get(k).intStream()
                        .mapToObj(place -> Arrays.copyOfRange(all, place * size, (place + 1) * size))
                        .toArray(float[][]::new);
                texts[first + k] = new States(own, answers.get(first + k).ids());
            }
        });
        return List.of(texts);
    }
}
