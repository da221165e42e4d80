package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;

/** How likely a decoder holds answers to be after their prompts: log P(answer | prompt), in nats. Prompts may go through several tables. */
public final class AnswerScorer {

    /** Positions that are read in one go, padding included. */
    private static final int BATCH_POSITIONS = 2048;

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

    /**
     * The log-probability of each answer.
     *
     * @throws InputException when one is longer than the context
     */
    public double[] logProbabilities(List<Answer> answers, Progress progress) throws HydraException {
        for (Answer answer : answers) {
            body.config().requireFits(answer.length());
        }
        int[] order = IntStream.range(0, answers.size())
                .boxed()
                .sorted(Comparator.comparingInt(k -> answers.get(k).length()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] result = new double[answers.size()];
        for (int done = 0; done < order.length; ) {
            int end = done + 1;
            while (end < order.length && answers.get(order[end]).length() * (end + 1 - done) <= BATCH_POSITIONS) {
                end++;
            }
            score(answers, Arrays.copyOfRange(order, done, end), result, progress);
            done = end;
        }
        return result;
    }

    private void score(List<Answer> answers, int[] batch, double[] result, Progress progress) throws HydraException {
        int width = answers.get(batch[batch.length - 1]).length();
        List<TokenTable> tables = new ArrayList<>(List.of(out));
        for (int k : batch) {
            answers.get(k).prompt.stream().map(PromptPart::table).filter(table -> !tables.contains(table)).forEach(tables::add);
        }
        int positions = batch.length * width;
        int[] ids = new int[tables.size() * positions];
        Arrays.fill(ids, -1);
        long[] targets = new long[positions];
        Arrays.fill(targets, -1);
        for (int row = 0; row < batch.length; row++) {
            Answer answer = answers.get(batch[row]);
            int at = row * width;
            for (PromptPart part : answer.prompt) {
                System.arraycopy(part.ids(), 0, ids, tables.indexOf(part.table()) * positions + at, part.ids().length);
                at += part.ids().length;
            }
            System.arraycopy(answer.ids, 0, ids, at, answer.ids.length - 1);
            for (int k = 0; k < answer.ids.length; k++) {
                targets[at - 1 + k] = answer.ids[k];
            }
        }
        try (TensorScope scope = body.scope().child()) {
            List<Tensor> inputs = tables.stream().map(TokenTable::input).toList();
            Tensor x = DecoderKernel.embedMixed(scope, inputs, scope.ids(ids, tables.size(), batch.length, width));
            x = WholeSequences.run(body, scope, x, batch.length, width, progress);
            Tensor wanted = scope.longs(targets, targets.length);
            float[] losses = DecoderKernel.nll(scope, x, wanted, body.norm(), out.head(), body.shape()).floats();
            for (int row = 0; row < batch.length; row++) {
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += losses[row * width + k];
                }
                result[batch[row]] = -sum;
            }
        }
    }
}
