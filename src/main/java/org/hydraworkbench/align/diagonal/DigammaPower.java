package org.hydraworkbench.align.diagonal;

/**
 * e^{ψ(x)}, ψ the digamma function: what stands in variational Bayes where maximum likelihood has the count x itself (Johnson 2007).
 */
final class DigammaPower {

    private DigammaPower() {}

    /**
     * e^{ψ(x)} with a relative error below 10⁻⁸.
     *
     * @param x above 0
     */
    static double of(double x) {
        if (x >= 6) {
            return series(x - 0.5);
        }
        // ψ(x) = ψ(x + 6) − Σ 1/(x + k) for k = 0…5, the six fractions taken in pairs of equal numerator
        double u = x * (x + 5);
        double fractions = (2 * x + 5) * (u * (3 * u + 20) + 24) / (u * (u + 4) * (u + 6));
        return series(x + 5.5) * Math.exp(-fractions);
    }

    /** e^{ψ(y + 1/2)} for large y (from the asymptotic series of ψ; Abramowitz and Stegun 6.3.18). */
    private static double series(double y) {
        double v = 1 / (y * y);
        return y * (1 + v * (1 / 24.0 - v * (37 / 5760.0 - v * (10313 / 2903040.0 - v * (5509121 / 1393459200.0)))));
    }
}
