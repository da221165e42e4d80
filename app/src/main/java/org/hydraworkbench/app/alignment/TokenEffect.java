package org.hydraworkbench.app.alignment;

import org.hydraworkbench.app.mapping.Mixture;

/**
 * What happened to a target token, or how it stands where nothing happened.
 *
 * @param id its id
 * @param token what a person reads
 * @param before the source tokens that its embedding was mixed from
 * @param after those that it is mixed from now
 * @param distance how far its embedding row moved (Euclidean); not a number without a base model
 * @param cosine between its embedding row before and now, −1 to 1; not a number without a base model
 */
public record TokenEffect(int id, String token, Mixture before, Mixture after, double distance, double cosine) {

    /** A token to which nothing happened. */
    public static TokenEffect unchanged(int id, String token, Mixture mixture) {
        return new TokenEffect(id, token, mixture, mixture, Double.NaN, Double.NaN);
    }

    public boolean isChange() {
        return !before.equals(after);
    }

    /** How far the mixture moved: half the sum of all differences of weights, 0 to 1. */
    public double mixtureDistance() {
        double sum = 0;
        for (Mixture.Share share : after.shares()) {
            sum += Math.abs(share.weight() - before.weight(share.id()));
        }
        for (Mixture.Share share : before.shares()) {
            sum += after.weight(share.id()) == 0 ? share.weight() : 0;
        }
        return sum / 2;
    }
}
