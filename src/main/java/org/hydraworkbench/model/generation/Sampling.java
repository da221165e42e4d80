package org.hydraworkbench.model.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * How a token is drawn from the scores of all.
 *
 * @param temperature 0 takes the best token each time; above 0 scores are divided by it and a token is drawn
 * @param topK draws from the best so many tokens; 0 for all
 * @param topP draws from the fewest best tokens whose probabilities reach this sum, in (0, 1]
 * @param minP draws from the tokens that are at least this share as likely as the likeliest, in [0, 1]
 * @param seed what draws begin from: the same seed draws the same tokens
 */
public record Sampling(double temperature, int topK, double topP, double minP, long seed) {

    /** Takes the best token each time. */
    public static final Sampling NONE = new Sampling(0, 0, 1, 0, 0);

    public Sampling {
        boolean within = temperature >= 0 && temperature <= GenerationOptions.MOST && topK >= 0 && topP > 0 && topP <= 1 && minP >= 0 && minP <= 1;
        if (!within) {
            throw new IllegalArgumentException(
                    "out of range: temperature " + temperature + ", top-k " + topK + ", top-p " + topP + ", min-p " + minP);
        }
    }

    /** Whether tokens are drawn, rather than the best one taken. */
    public boolean draws() {
        return temperature > 0;
    }

    /** What leaves those that are drawn from, in the order of transformers. */
    List<LogitsProcessor> processors() {
        List<LogitsProcessor> list = new ArrayList<>();
        if (temperature != 1) {
            list.add(new Temperature(temperature));
        }
        if (topK > 0) {
            list.add(new TopK(topK));
        }
        if (topP < 1) {
            list.add(new TopP(topP));
        }
        if (minP > 0) {
            list.add(new MinP(minP));
        }
        return list;
    }
}
