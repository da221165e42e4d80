package org.hydraworkbench.model.generation;

import java.util.List;
import org.hydraworkbench.model.TokenScores;
import org.hydraworkbench.model.generation.Generation.TokenChance;
import org.jspecify.annotations.Nullable;

/**
 * What may come next in each row of a session.
 *
 * @param scores of all rows; each search changes those of its own
 * @param states of all rows, of which nearest tokens are found; empty where none are asked for
 */
record Step(TokenScores scores, float[] states) {

    /** Tokens of the vocabulary. */
    int size() {
        return scores.size();
    }

    /** The scores, of all rows. */
    float[] values() {
        return scores.values();
    }

    /** Where a row's scores begin. */
    int start(int row) {
        return row * scores.size();
    }

    /** Makes a row's scores log-probabilities, in which {@code nearest} shares. */
    void normalise(int row, @Nullable NearestTokens nearest) {
        Scores.logSoftmax(values(), start(row), size(), scores.normalisers()[row]);
        scores.normalisers()[row] = 0;
        if (nearest != null) {
            int width = states.length / scores.normalisers().length;
            nearest.mix(values(), start(row), size(), states, row * width);
        }
    }

    /** log P of a token after a row. */
    double logProbability(int row, int id) {
        return values()[start(row) + id] - scores.normalisers()[row];
    }

    /** The tokens that are likeliest after a row. */
    List<TokenChance> likeliest(int row, int count) {
        return count == 0 ? List.of() : Scores.likeliest(values(), start(row), size(), scores.normalisers()[row], count);
    }
}
