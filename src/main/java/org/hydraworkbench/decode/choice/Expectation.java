package org.hydraworkbench.decode.choice;

import java.util.Collections;
import java.util.List;

/**
 * What chrF is expected of a chosen translation: a linear estimate from its standardised traits and from how sure the choice was, made honest
 * by isotonic regression. What is unlike all that this was learnt from is expected to be worse: the estimate is divided by one more than the
 * farthest distance of a trait {@linkplain Trait#OF_WORDS of its words} from what was met, in widths of that.
 *
 * @param constant of the estimate
 * @param weights what one deviation of each trait adds, by {@link Trait#ordinal}
 * @param probability what the logarithm of the choice's probability adds
 * @param honest from the estimate to chrF
 * @param met what standardised traits were met, by {@link Trait#ordinal}; empty where nobody noted it
 */
public record Expectation(double constant, List<Double> weights, double probability, Isotonic honest, List<Range> met) {

    /** One deviation: what differs by less is not another kind of text. */
    private static final double NARROWEST = 1;

    /** Who has seen few sentences has not seen the ends, in widths. */
    private static final double LEEWAY = .25;

    /** From the lowest to the highest. */
    public record Range(double low, double high) {

        /** How far a value lies outside, in widths; 0 for what lies inside or nearly. */
        double outside(double value) {
            return Math.max(0, Math.max(low - value, value - high) / Math.max(high - low, NARROWEST) - LEEWAY);
        }
    }

    public Expectation {
        weights = List.copyOf(weights);
        met = List.copyOf(met);
    }

    /** Expects the same of all. */
    static Expectation level(double chrf) {
        return new Expectation(
                chrf, Collections.nCopies(Trait.values().length, 0.0), 0, new Isotonic(List.of(chrf), List.of(chrf)), List.of());
    }

    double of(double[] standardised, double choiceProbability) {
        double farthest = 0;
        if (!met.isEmpty()) {
            for (Trait trait : Trait.OF_WORDS) {
                farthest = Math.max(farthest, met.get(trait.ordinal()).outside(standardised[trait.ordinal()]));
            }
        }
        return honest.of(estimate(standardised, choiceProbability)) / (1 + farthest);
    }

    double estimate(double[] standardised, double choiceProbability) {
        double sum = constant + probability * Math.log(choiceProbability);
        for (int k = 0; k < standardised.length; k++) {
            sum += weights.get(k) * standardised[k];
        }
        return sum;
    }
}
