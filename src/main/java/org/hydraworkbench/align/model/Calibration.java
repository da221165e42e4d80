package org.hydraworkbench.align.model;

import org.hydraworkbench.align.links.ReliabilityTable;

/**
 * Makes a confidence of the probabilities f and r that the two directions give a link, such that of the links with confidence p a share of
 * p is right: found by people, too, as sure or possible. Trained models are far too sure of themselves: their choices in one sentence, and the
 * two directions, hang together.
 *
 * <pre>
 *   confidence(f, r) = (f + r − f·r) · σ(β₀ + β₁·A²·(logit f + logit r))
 * </pre>
 *
 * <p>with f and r kept {@value #EDGE} away from 0 and 1 in the logits. The second factor is the scaling of Platt (1999) over the odds of the
 * product of the two directions (Liang, Taskar and Klein 2006); the first is the probability that either direction has the link, and makes
 * cells that neither wants 0. A tells how far the directions agree on the whole training text: where they do not, their
 * probabilities say less.
 *
 * <p>β₀ and β₁ were fitted on the links that either direction prefers in five hand-aligned bitexts, all with the same weight. Expected calibration
 * errors of the links of grow-diag-final-and ({@link ReliabilityTable}), each with constants from the other four:
 *
 * <pre>
 *                   ALIBI  Ugarit  Estonian  Hungarian  Hansards 10k   mean
 *   hmm-fertility   0.053   0.097     0.037      0.090         0.134  0.082
 *     f·r itself    0.103   0.243     0.102      0.146         0.109  0.141
 *   ibm1            0.197   0.044     0.103      0.078         0.165  0.117
 *     f·r itself    0.389   0.189     0.301      0.274         0.387  0.308
 *   diagonal        0.256   0.150     0.137      0.170         0.324  0.207
 *     f·r itself    0.275   0.264     0.254      0.274         0.284  0.270
 * </pre>
 *
 * <p>Reliability for hmm-fertility, in the same way; mean confidence of a bin, then the share that is right:
 *
 * <pre>
 *   ALIBI      .08 .43  .15 .42  .25 .45  .35 .58  .45 .62  .55 .63  .65 .68  .76 .76  .86 .84  .95 .98
 *   Ugarit     .08 .10  .16 .14  .25 .20  .35 .29  .45 .34  .55 .39  .65 .57  .75 .71  .83 .65
 *   Estonian   .07 .06  .15 .18  .25 .32  .35 .26  .45 .41  .55 .44  .65 .57  .75 .62  .86 .73  .95 .96
 *   Hungarian  .07 .11  .15 .16  .25 .19  .35 .24  .45 .29  .55 .32  .65 .43  .75 .54  .86 .70  .95 .91
 *   Hansards   .08 .43  .15 .56  .25 .60  .35 .57  .45 .73  .55 .79  .65 .85  .76 .94  .86 .96  .94 1.0
 * </pre>
 *
 * <p>What remains is mostly how generous the people were who linked the words: those of the Hansards drew three possible links to a sure one,
 * those of the Estonian and Hungarian sets none.
 *
 * @param intercept β₀
 * @param slope β₁
 * @param agreement A, 0 to 1; 1 for models that do not tell
 */
public record Calibration(double intercept, double slope, double agreement) {

    /** For {@code Ibm1Model}. */
    public static final Calibration IBM1 = new Calibration(1.14, 0.186, 1);

    /** For {@code DiagonalModel}. */
    public static final Calibration DIAGONAL = new Calibration(0.17, 0.061, 1);

    private static final double EDGE = 1e-4;

    /** For {@code HmmModel}, whose directions' counts of links agree so far. */
    public static Calibration hmm(double agreement) {
        return new Calibration(-0.2, 0.25, agreement);
    }

    /**
     * How far two directions agree: for every pair of types the links that both have, divided by those that either has.
     *
     * @param counts links of each pair, forward at {@code 2 k}, reverse at {@code 2 k + 1}
     * @return 0 to 1; 1 without links
     */
    public static double agreement(int[] counts) {
        double both = 0;
        double either = 0;
        for (int k = 0; k < counts.length; k += 2) {
            both += Math.min(counts[k], counts[k + 1]);
            either += Math.max(counts[k], counts[k + 1]);
        }
        return either == 0 ? 1 : both / either;
    }

    /** The sum of the two directions' logits, which the confidence of a link depends on. */
    public static double evidence(float forward, float reverse) {
        return logit(forward) + logit(reverse);
    }

    /** The probability that either direction has a link: no confidence is above it. */
    public static float either(float forward, float reverse) {
        return Math.clamp(forward + reverse - forward * reverse, 0f, 1f);
    }

    /** How sure one may be of a link that the two directions give these probabilities, 0 to 1. */
    public float confidence(float forward, float reverse) {
        double odds = intercept + slope * agreement * agreement * evidence(forward, reverse);
        return (float) (either(forward, reverse) / (1 + Math.exp(-odds)));
    }

    private static double logit(float probability) {
        double inside = Math.clamp(probability, EDGE, 1 - EDGE);
        return Math.log(inside / (1 - inside));
    }
}
