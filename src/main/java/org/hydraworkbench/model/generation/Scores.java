package org.hydraworkbench.model.generation;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.model.generation.Generation.TokenChance;

/** Arithmetic on scores of a vocabulary, one row of V numbers inside a larger array. */
final class Scores {

    private Scores() {}

    /** The place of the highest score, the first of equals, counted from {@code start}. */
    static int best(float[] scores, int start, int size) {
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (scores[start + i] > scores[start + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Makes log-probabilities out of scores, in place. */
    static void logSoftmax(float[] scores, int start, int size, float normaliser) {
        for (int i = start; i < start + size; i++) {
            scores[i] -= normaliser;
        }
    }

    /** Probabilities. */
    static double[] softmax(float[] scores, int start, int size) {
        double[] result = new double[size];
        double max = scores[start + best(scores, start, size)];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            float score = scores[start + i];
            // What is forbidden costs nothing.
            result[i] = score == Float.NEGATIVE_INFINITY ? 0 : Math.exp(score - max);
            sum += result[i];
        }
        for (int i = 0; i < size; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /** The likeliest tokens, the likeliest first. */
    static List<TokenChance> likeliest(float[] scores, int start, int size, float normaliser, int count) {
        int[] best = new int[Math.min(count, size)];
        int found = 0;
        for (int id = 0; id < size; id++) {
            if (found < best.length || found > 0 && scores[start + id] > scores[start + best[found - 1]]) {
                int place = found < best.length ? found++ : found - 1;
                for (; place > 0 && scores[start + best[place - 1]] < scores[start + id]; place--) {
                    best[place] = best[place - 1];
                }
                best[place] = id;
            }
        }
        List<TokenChance> chances = new ArrayList<>();
        for (int id : best) {
            chances.add(new TokenChance(id, scores[start + id] - normaliser));
        }
        return chances;
    }
}
