package org.hydraworkbench.align.hmm;

import java.util.Arrays;

/** Jump and fertility probabilities of one direction, in arrays that serve the sampler's loop. */
final class HmmShape {

    private final int origin;
    private final float[] ahead;
    private final float[] back;
    private final float[] fertilityRatios;

    /**
     * A shape that has no preference.
     *
     * @param longest number of units of the longest sentence
     * @param types number of types of the given side
     */
    HmmShape(int longest, int types) {
        origin = longest + 1;
        ahead = new float[2 * origin + 1];
        back = new float[2 * origin + 1];
        fertilityRatios = new float[types * HmmCounts.FERTILITIES];
        Arrays.fill(ahead, 1f);
        Arrays.fill(back, 1f);
        Arrays.fill(fertilityRatios, 1f);
    }

    /** Computes the probabilities that a stage uses from counts, each multiplied with {@code scale}. */
    void update(HmmStage stage, int[] jumps, int[] fertilities, float scale) {
        if (stage != HmmStage.WORDS) {
            double total = 0;
            for (int k = 0; k < jumps.length; k++) {
                total += jumps[k] * (double) scale + jumpPrior(k - HmmCounts.WIDEST_JUMP);
            }
            for (int width = -origin; width <= origin; width++) {
                int clamped = Math.clamp(width, -HmmCounts.WIDEST_JUMP, HmmCounts.WIDEST_JUMP);
                double count = jumps[clamped + HmmCounts.WIDEST_JUMP] * (double) scale + jumpPrior(clamped);
                ahead[origin + width] = (float) (count / total);
                back[origin - width] = ahead[origin + width];
            }
        }
        if (stage == HmmStage.FERTILITIES) {
            for (int at = 0; at < fertilities.length; at++) {
                boolean first = at % HmmCounts.FERTILITIES == 0;
                fertilityRatios[at] = first
                        ? 1f
                        : (fertilities[at] * scale + HmmModel.FERTILITY_PRIOR)
                                / (fertilities[at - 1] * scale + HmmModel.FERTILITY_PRIOR);
            }
        }
    }

    /** Falls with the width, so that in a bitext of a few words unseen widths do not outweigh the seen ones. */
    private static double jumpPrior(int width) {
        return HmmModel.JUMP_PRIOR / (1 + (double) width * width);
    }

    /** Where width 0 is in {@link #ahead} and {@link #back}. */
    int origin() {
        return origin;
    }

    /** P(width) at origin + width; not to be changed. */
    float[] ahead() {
        return ahead;
    }

    /** P(width) at origin − width; not to be changed. */
    float[] back() {
        return back;
    }

    /** P(width). */
    float jump(int width) {
        return ahead[origin + width];
    }

    /** How much likelier a given type is to have {@code links} links than one less. */
    float fertilityRatio(int type, int links) {
        return fertilityRatios[type * HmmCounts.FERTILITIES + Math.min(links, HmmCounts.FERTILITIES - 1)];
    }
}
