package org.hydraworkbench.decode.choice;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each trait of a translation counts for, and how good one that is chosen by that will be. Traits are standardised by what was usual
 * when this was learnt.
 *
 * @param means usual values, by {@link Trait#ordinal}
 * @param deviations how far values usually are from these, never 0
 * @param weights what one deviation counts for
 * @param expectation what is expected of the quality of the one that is chosen
 */
public record Judge(double[] means, double[] deviations, double[] weights, Expectation expectation) {

    public Judge {
        int traits = Trait.values().length;
        if (means.length != traits || deviations.length != traits || weights.length != traits) {
            throw new IllegalArgumentException("numbers for other than " + traits + " traits");
        }
        means = means.clone();
        deviations = deviations.clone();
        weights = weights.clone();
    }

    @Override
    public double[] means() {
        return means.clone();
    }

    @Override
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /**
     * The candidate that is chosen.
     *
     * @param candidate which
     * @param probability what the softmax of the scores gives it among the candidates
     * @param confidence its expected chrF, 0 to 100
     */
    public record Choice(int candidate, double probability, double confidence) {}

    /**
     * Chooses.
     *
     * @param traits a row for each candidate, at least one
     */
    Choice choose(double[][] traits) {
        double[] shares = probabilities(traits);
        int best = IntStream.range(0, shares.length).reduce(0, (a, b) -> shares[b] > shares[a] ? b : a);
        return new Choice(best, shares[best], expectation.of(standard(traits[best]), shares[best]));
    }

    /** The softmax of the candidates' scores. */
    double[] probabilities(double[][] traits) {
        double[] scores = Arrays.stream(traits).mapToDouble(this::score).toArray();
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = Arrays.stream(scores).map(score -> Math.exp(score - most)).sum();
        return Arrays.stream(scores).map(score -> Math.exp(score - most) / sum).toArray();
    }

    double score(double[] traits) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * (traits[k] - means[k]) / deviations[k];
        }
        return sum;
    }

    double[] standard(double[] traits) {
        double[] standard = new double[traits.length];
        Arrays.setAll(standard, k -> (traits[k] - means[k]) / deviations[k]);
        return standard;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Judge that
                && Arrays.equals(means, that.means)
                && Arrays.equals(deviations, that.deviations)
                && Arrays.equals(weights, that.weights)
                && expectation.equals(that.expectation);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
