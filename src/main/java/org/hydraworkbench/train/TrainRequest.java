package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;

/**
 * One training run.
 *
 * @param start what it begins with
 * @param data text files; for a Hydra one bitext
 * @param options how it is trained
 * @param out where the trained model goes, with the run's checkpoints; new or empty unless resumed
 * @param resume whether to go on from the last checkpoint in {@code out}, if there is one
 */
public record TrainRequest(TrainStart start, List<Path> data, TrainOptions options, Path out, boolean resume) {

    public TrainRequest {
        data = List.copyOf(data);
    }
}
