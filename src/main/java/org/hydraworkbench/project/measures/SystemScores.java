package org.hydraworkbench.project.measures;

/**
 * How good the translations of one system are.
 *
 * @param chrf by chrF
 * @param chrfPlusPlus chrF++, 0 to 100
 * @param bleu by BLEU
 */
public record SystemScores(MeasuredSystem system, Figure chrf, double chrfPlusPlus, Figure bleu) {

    /**
     * The figures of one metric; NaN for what was not measured.
     *
     * @param score of all sentences, 0 to 100
     * @param low the lower end of its 95 % interval, by the bootstrap
     * @param high the upper end
     * @param near the score of sentences near to those learnt from
     * @param far the score of the others
     * @param p the probability that the system differs so much from the best floor by chance; NaN for floors
     */
    public record Figure(double score, double low, double high, double near, double far, double p) {

        /** One of which only the score is known. */
        public static Figure of(double score) {
            return new Figure(score, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }
}
