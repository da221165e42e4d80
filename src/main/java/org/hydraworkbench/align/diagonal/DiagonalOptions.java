package org.hydraworkbench.align.diagonal;

/**
 * Settings of the diagonal model.
 *
 * @param nullProbability prior probability of NULL, p₀, above 0 and below 1
 * @param tension the tension λ to start with, 0.1 to 14
 * @param alpha the Dirichlet prior of each translation, above 0
 * @param gradient what λ follows
 */
record DiagonalOptions(double nullProbability, double tension, double alpha, Gradient gradient) {

    /** What the tension follows. */
    enum Gradient {
        /**
         * That of the paper, for the units that NULL did not generate: the mean of h under the posterior minus its mean under the prior. Under
         * the posterior h is measured from j − 1, as in {@link #PUBLISHED}; from j the links are worse (NOTES.md).
         */
        CLEAN,
        /**
         * That of the authors' program, which leads to its published figures: h under the posterior is not divided by the share of the units that
         * NULL did not generate, and under the prior Z has m and n exchanged.
         */
        PUBLISHED
    }

    /** What gave the best links on five gold sets, see NOTES.md. */
    static DiagonalOptions defaults() {
        return new DiagonalOptions(0.2, 4, 0.05, Gradient.CLEAN);
    }

    /** The settings of Dyer, Chahuneau and Smith (2013) with the gradient of their program. */
    static DiagonalOptions published() {
        return new DiagonalOptions(0.08, 4, 0.01, Gradient.PUBLISHED);
    }
}
