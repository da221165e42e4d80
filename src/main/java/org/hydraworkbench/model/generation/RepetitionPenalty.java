package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Makes tokens that were there before less likely: their scores are divided by the penalty, multiplied when negative (CTRL, Keskar et al. 2019).
 *
 * @param penalty above 0; above 1 against repetition, below 1 for it
 */
record RepetitionPenalty(double penalty) implements LogitsProcessor {

    @Override
    public void process(float[] scores, int start, int size, int[] text) {
        IntOpenHashSet seen = new IntOpenHashSet(text);
        seen.remove(FOREIGN);
        for (int id : seen) {
            float score = scores[start + id];
            scores[start + id] = (float) (score < 0 ? score * penalty : score / penalty);
        }
    }
}
