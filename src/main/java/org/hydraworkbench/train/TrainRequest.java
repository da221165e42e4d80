package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.model.runtime.RuntimeOptions;

/**
 * One training run: all that a process needs to know of it, see {@link TrainRequestJson}.
 *
 * @param start what it begins with
 * @param data text files; for a Hydra one bitext, as one file or as two whose lines correspond
 * @param options how it is trained
 * @param out where the trained model goes, with the run's checkpoints; new or empty unless resumed
 * @param resume whether to go on from the last checkpoint in {@code out}, if there is one
 * @param runtime where it computes, if the tensor runtime is opened for it
 */
public record TrainRequest(
        TrainStart start, List<Path> data, TrainOptions options, Path out, boolean resume, RuntimeOptions runtime) {

    public TrainRequest {
        data = List.copyOf(data);
        if (data.isEmpty()) {
            throw new IllegalArgumentException("There is no data to train on.");
        }
    }
}
