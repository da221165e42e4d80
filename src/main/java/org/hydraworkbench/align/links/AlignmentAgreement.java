package org.hydraworkbench.align.links;

import org.jspecify.annotations.Nullable;

/**
 * How far two alignments of the same text, for example of two people, agree beyond what chance would give: Cohen's κ (Cohen
 * 1960, "A coefficient of agreement for nominal scales"). What is judged is every cell of every pair, source unit by target
 * unit, as linked or not; a possible link counts as one, a rejected link as none.
 *
 * <p>With N cells, of which a are linked by both, b only by the first, c only by the second and d by neither: observed agreement
 * p_o = (a+d)/N, agreement by chance p_e = ((a+b)(a+c) + (c+d)(b+d))/N², κ = (p_o − p_e)/(1 − p_e). 1 is full agreement, 0 what
 * chance gives, less is worse than chance. Cells are pooled over the corpus, so long sentences weigh more. Since most cells are
 * empty, κ is close to the harmonic mean of the shares a/(a+b) and a/(a+c).
 */
public final class AlignmentAgreement {

    /** Length of {@link #statistics}. */
    public static final int STATISTICS = 4;

    private AlignmentAgreement() {}

    /**
     * The counts a, b, c, d of one pair, which add up over pairs.
     *
     * @param sources number of source units
     * @param targets number of target units
     * @throws IllegalArgumentException when a link lies outside the pair
     */
    public static long[] statistics(Alignment first, Alignment second, int sources, int targets) {
        int one = count(first, sources, targets);
        int other = count(second, sources, targets);
        int both = 0;
        for (Link link : first.links()) {
            both += isLink(link.state()) && isLink(second.state(link.source(), link.target())) ? 1 : 0;
        }
        return new long[] {both, one - both, other - both, (long) sources * targets - one - other + both};
    }

    /** κ of summed {@link #statistics}, −1 to 1; 1 where chance alone makes both agree on everything, as on cells that nobody links. */
    public static double kappa(long[] sum) {
        double both = sum[0];
        double onlyFirst = sum[1];
        double onlySecond = sum[2];
        double neither = sum[3];
        double all = both + onlyFirst + onlySecond + neither;
        if (onlyFirst == 0 && onlySecond == 0) {
            return 1;
        }
        double observed = (both + neither) / all;
        double chance = ((both + onlyFirst) * (both + onlySecond) + (onlySecond + neither) * (onlyFirst + neither)) / (all * all);
        return (observed - chance) / (1 - chance);
    }

    private static int count(Alignment alignment, int sources, int targets) {
        int count = 0;
        for (Link link : alignment.links()) {
            if (link.source() >= sources || link.target() >= targets) {
                throw new IllegalArgumentException(
                        "link " + link.source() + "-" + link.target() + " in a pair of " + sources + " and " + targets + " units");
            }
            count += isLink(link.state()) ? 1 : 0;
        }
        return count;
    }

    private static boolean isLink(@Nullable LinkState state) {
        return state == LinkState.SURE || state == LinkState.POSSIBLE;
    }
}
