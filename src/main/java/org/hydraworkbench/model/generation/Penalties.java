package org.hydraworkbench.model.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a text from repeating itself.
 *
 * @param repetition what scores of tokens already there are divided by, multiplied when negative; 1 for none
 * @param noRepeatNgram no sequence of so many tokens comes twice; 0 for none
 */
public record Penalties(double repetition, int noRepeatNgram) {

    /** Nothing. */
    public static final Penalties NONE = new Penalties(1, 0);

    public Penalties {
        if (!(repetition > 0 && repetition <= GenerationOptions.MOST) || noRepeatNgram < 0) {
            throw new IllegalArgumentException("out of range: repetition penalty " + repetition + ", " + noRepeatNgram + " tokens not to repeat");
        }
    }

    /** In the order of transformers. */
    List<LogitsProcessor> processors() {
        List<LogitsProcessor> list = new ArrayList<>();
        if (repetition != 1) {
            list.add(new RepetitionPenalty(repetition));
        }
        if (noRepeatNgram > 0) {
            list.add(new NoRepeatNgram(noRepeatNgram));
        }
        return list;
    }
}
