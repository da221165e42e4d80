package org.hydraworkbench.align.diagonal;

import org.jspecify.annotations.Nullable;

/**
 * Where a translation stands: positions near the diagonal are likelier (Dyer, Chahuneau and Smith 2013, equations 1 to 3). Of n given
 * units, not NULL, unit i = 1…n generates unit j = 1…m with probability δ(i | j, m, n) = e^{λh(i,j)} / Z(j), where
 * h(i,j) = −|i/n − j/m| and λ > 0 is the tension.
 *
 * <p>e^{λh} is a product of two numbers of which each depends on one position and one length only, so a table a length is all
 * that is ever computed with exponentials. Safe for many threads.
 */
final class DiagonalPrior {

    /** Tension is never above this; e^{λ} and its inverse are far from the limits of a double. */
    static final double MOST_TENSION = 14;

    private static final int KEPT_LENGTHS = 1024;

    private final double tension;

    /** Filled when a length is first asked for. Threads may race to it: they make the same table, whose fields are final. */
    private final @Nullable Powers[] powers = new Powers[KEPT_LENGTHS];

    DiagonalPrior(double tension) {
        this.tension = tension;
    }

    double tension() {
        return tension;
    }

    /** What is the same for all sentence pairs of n = {@code given} and m = {@code generated} units. */
    Shape shape(int given, int generated) {
        return new Shape(powers(given), powers(generated));
    }

    private Powers powers(int length) {
        if (length >= KEPT_LENGTHS) {
            return Powers.of(tension, length);
        }
        Powers kept = powers[length];
        if (kept == null) {
            kept = Powers.of(tension, length);
            powers[length] = kept;
        }
        return kept;
    }

    /** e^{−λk/length} and e^{λk/length} for k = 0…length. */
    private record Powers(double[] falling, double[] rising) {

        static Powers of(double tension, int length) {
            double[] falling = new double[length + 1];
            double[] rising = new double[length + 1];
            for (int k = 0; k <= length; k++) {
                rising[k] = Math.exp(tension * k / length);
                falling[k] = 1 / rising[k];
            }
            return new Powers(falling, rising);
        }

        int length() {
            return falling.length - 1;
        }
    }

    /** The prior of sentence pairs of n given and m generated units. */
    static final class Shape {

        private final Powers given;
        private final Powers generated;
        private final int n;
        private final int m;

        private Shape(Powers given, Powers generated) {
            this.given = given;
            this.generated = generated;
            this.n = given.length();
            this.m = generated.length();
        }

        /** Fills {@code weights[j − 1]} with e^{λh(i,j)} for j = 1…m. */
        void weightsOfGiven(int i, double[] weights) {
            fill(given, i, generated, weights);
        }

        /** Fills {@code weights[i − 1]} with e^{λh(i,j)} for i = 1…n. */
        void weightsOfGenerated(int j, double[] weights) {
            fill(generated, j, given, weights);
        }

        /**
         * Z(j) = Σ_i e^{λh(i,j)}, j = 1…m: two geometric series that fall off from the diagonal to either side, of k = ⌊jn/m⌋
         * and n − k terms.
         */
        double normaliser(int j) {
            int k = (int) ((long) j * n / m);
            double sum = 0;
            if (k > 0) {
                sum += generated.falling[j] * given.rising[k] * (1 - given.falling[k]);
            }
            if (n - k > 0) {
                sum += generated.rising[j] * given.falling[k + 1] * (1 - given.falling[n - k]);
            }
            return sum / (1 - given.falling[1]);
        }

        private static void fill(Powers own, int position, Powers others, double[] weights) {
            double down = own.falling[position];
            double up = own.rising[position];
            int crossing = (int) ((long) position * others.length() / own.length());
            for (int k = 1; k <= crossing; k++) {
                weights[k - 1] = down * others.rising[k];
            }
            for (int k = crossing + 1; k <= others.length(); k++) {
                weights[k - 1] = up * others.falling[k];
            }
        }
    }
}
