package org.hydraworkbench.train;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.hydraworkbench.hydra.PromptRun;
import org.hydraworkbench.text.Side;

/**
 * A pair in one direction.
 *
 * @param tokens of the table that is written through as they are, of the one that is read through as their complement (negative)
 * @param firstScored the first that is to be predicted
 */
record Example(int[] tokens, int firstScored) {

    static Example of(List<PromptRun> runs) {
        IntArrayList tokens = new IntArrayList();
        int firstScored = Integer.MAX_VALUE;
        for (PromptRun run : runs) {
            if (run.scored()) {
                firstScored = Math.min(firstScored, tokens.size());
            }
            for (int id : run.ids()) {
                tokens.add(run.side() == Side.TARGET ? id : ~id);
            }
        }
        return new Example(tokens.toIntArray(), firstScored);
    }

    /** Whether there is something to predict. */
    boolean teaches() {
        return firstScored < tokens.length;
    }
}
