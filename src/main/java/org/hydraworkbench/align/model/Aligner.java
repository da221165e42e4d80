package org.hydraworkbench.align.model;

import java.io.IOException;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
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

    /**
     * Reads what {@link AlignmentModel#write} wrote of a model that this trained.
     *
     * @throws HydraException when the file is damaged
     */
    AlignmentModel read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException;
}
