package org.hydraworkbench.train;

import java.util.Map;

/**
 * What a step does to need less memory. The result is the same but for rounding and for what is dropped.
 *
 * @param parts in which its sequences are worked through, one after another, their gradients being added up; of a step with fewer sequences
 *     each is a part
 * @param recompute keeps of each layer only what goes in and runs it once more on the way back: a third more is computed, and what all
 *     layers but one have worked out is not held
 */
public record Thrift(int parts, boolean recompute) {

    /** All sequences at once, everything kept. */
    public static final Thrift NONE = new Thrift(1, false);

    /** @throws IllegalArgumentException with a sentence for a number that cannot be used, see {@link TrainNumber} */
    public Thrift {
        TrainNumber.require(Map.of(TrainNumber.ACCUMULATE, parts));
    }
}
