package org.hydraworkbench.model.generation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.model.AnswerScorer;

/**
 * What followed in other texts where a model was in nearly the same state: a store of states after the final norm, each with the token that
 * came next there. The nearest ones share in what comes next (Nearest neighbour machine translation: Khandelwal et al. 2021; with a store made
 * for each sentence, and a share by distance, Dai et al. 2023):
 *
 * <p>p'(t) = λ·Σ_{i: token i = t} softmax(−d_i / T) + (1 − λ)·p(t), over the {@value #NEAREST} least squared distances d, with
 * λ = max(0, 1 − d₀ / T) and d₀ the least of them.
 *
 * <p>T is the median of the distances from each state to the nearest one of another text, times {@value #REACH}. Immutable.
 */
public final class NearestTokens {

    static final int NEAREST = 4;

    private static final double REACH = 1;

    private final List<AnswerScorer.States> texts;
    private final double temperature;

    NearestTokens(List<AnswerScorer.States> texts, double temperature) {
        this.texts = List.copyOf(texts);
        this.temperature = temperature;
    }

    /** A store whose temperature its own texts tell; with less than two of them nothing is ever near. */
    public static NearestTokens of(List<AnswerScorer.States> texts) {
        double[] distances = texts.stream()
                .flatMapToDouble(text -> Arrays.stream(text.states()).mapToDouble(state -> texts.stream()
                        .filter(other -> other != text)
                        .flatMapToDouble(other -> Arrays.stream(other.states()).mapToDouble(theirs -> distance(state, 0, theirs)))
                        .min()
                        .orElse(0)))
                .sorted()
                .toArray();
        return new NearestTokens(texts, distances.length == 0 ? 0 : REACH * distances[distances.length / 2]);
    }

    /**
     * Lets the nearest share in what comes next.
     *
     * @param logProbabilities of a vocabulary from {@code start} on, changed in place
     * @param states the state is [H] from {@code at} on
     */
    void mix(float[] logProbabilities, int start, int size, float[] states, int at) {
        double[] distances = new double[NEAREST];
        int[] tokens = new int[NEAREST];
        int found = nearest(states, at, distances, tokens);
        double share = found == 0 || temperature <= 0 ? 0 : Math.max(0, 1 - distances[0] / temperature);
        if (share == 0) {
            return;
        }
        double sum = IntStream.range(0, found).mapToDouble(k -> Math.exp((distances[0] - distances[k]) / temperature)).sum();
        double kept = Math.log1p(-Math.min(share, 1 - 1e-9));
        for (int id = start; id < start + size; id++) {
            logProbabilities[id] += (float) kept;
        }
        for (int k = 0; k < found; k++) {
            int id = start + tokens[k];
            double added = share * Math.exp((distances[0] - distances[k]) / temperature) / sum;
            logProbabilities[id] = (float) Math.log(Math.exp(logProbabilities[id]) + added);
        }
    }

    /** The nearest, the nearest first; how many there are. */
    private int nearest(float[] states, int at, double[] distances, int[] tokens) {
        int found = 0;
        for (AnswerScorer.States text : texts) {
            for (int k = 0; k < text.tokens().length; k++) {
                double distance = distance(text.states()[k], at, states);
                if (found < NEAREST || distance < distances[found - 1]) {
                    int place = found < NEAREST ? found++ : found - 1;
                    for (; place > 0 && distances[place - 1] > distance; place--) {
                        distances[place] = distances[place - 1];
                        tokens[place] = tokens[place - 1];
                    }
                    distances[place] = distance;
                    tokens[place] = text.tokens()[k];
                }
            }
        }
        return found;
    }

    private static double distance(float[] one, int at, float[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            double difference = one[k] - other[at + k];
            sum += difference * difference;
        }
        return sum;
    }
}
