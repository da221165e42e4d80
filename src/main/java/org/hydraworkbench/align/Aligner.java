package org.hydraworkbench.align;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Learns from a bitext which units translate each other. */
public interface Aligner {

    /**
     * Trains both directions. Pairs with an empty side, or longer than {@link AlignOptions#longest}, teach nothing.
     *
     * @throws HydraException when cancelled
     */
    TrainedModel train(TrainingData data, AlignOptions options, Progress progress) throws HydraException;
}
