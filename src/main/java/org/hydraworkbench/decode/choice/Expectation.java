package org.hydraworkbench.decode.choice;

import java.util.Collections;
import java.util.List;

/**
 * What chrF is expected of a chosen translation: a linear estimate from its standardised traits and from how sure the choice was, made honest
 * by isotonic regression.
 *
 * @param constant of the estimate
 * @param weights what one deviation of each trait adds, by {@link Trait#ordinal}
 * @param probability what the logarithm of the choice's probability adds
 * @param honest from the estimate to chrF
 */
public record Expectation(double constant, List<Double> weights, double probability, Isotonic honest) {

    public Expectation {
        weights = List.copyOf(weights);
    }

    /** Expects the same of all. */
    static Expectation level(double chrf) {
        return new Expectation(
                chrf, Collections.nCopies(Trait.values().length, 0.0), 0, new Isotonic(List.of(chrf), List.of(chrf)));
    }

    double of(double[] standardised, double choiceProbability) {
        return honest.of(estimate(standardised, choiceProbability));
    }

    double estimate(double[] standardised, double choiceProbability) {
        double sum = constant + probability * Math.log(choiceProbability);
        for (int k = 0; k < standardised.length; k++) {
            sum += weights.get(k) * standardised[k];
        }
        return sum;
    }
}
