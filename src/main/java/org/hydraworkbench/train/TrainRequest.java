package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.jspecify.annotations.Nullable;

/**
 * One training run: all that a process needs to know of it, see {@link TrainRequestJson}.
 *
 * @param start what it begins with
 * @param data text files; for a Hydra one bitext, as one file or as two whose lines correspond
 * @param synthetic for a Hydra a bitext of pairs that were made by translating; null for none
 * @param options how it is trained
 * @param out where the trained model goes, with the run's checkpoints; new or empty unless resumed
 * @param resume whether to go on from the last checkpoint in {@code out}, if there is one
 * @param runtime where it computes, if the tensor runtime is opened for it
 * @param samples what the model writes on the way; null for nothing
 */
public record TrainRequest(
        TrainStart start,
        List<Path> data,
        @Nullable Path synthetic,
        TrainOptions options,
        Path out,
        boolean resume,
        RuntimeOptions runtime,
        @Nullable Samples samples) {

    /** A run on the way of which the model writes nothing. */
    public TrainRequest(
            TrainStart start,
            List<Path> data,
            @Nullable Path synthetic,
            TrainOptions options,
            Path out,
            boolean resume,
            RuntimeOptions runtime) {
        this(start, data, synthetic, options, out, resume, runtime, null);
    }

    /** Such a run without synthetic pairs. */
    public TrainRequest(TrainStart start, List<Path> data, TrainOptions options, Path out, boolean resume, RuntimeOptions runtime) {
        this(start, data, null, options, out, resume, runtime);
    }

    /** The same run, on the way of which the model writes {@code value}; nothing with null. */
    public TrainRequest withSamples(@Nullable Samples value) {
        return new TrainRequest(start, data, synthetic, options, out, resume, runtime, value);
    }

    public TrainRequest {
        data = List.copyOf(data);
        if (data.isEmpty()) {
            throw new IllegalArgumentException("There is no data to train on.");
        }
        if (synthetic != null && !(start instanceof TrainStart.Hydra)) {
            throw new IllegalArgumentException("Synthetic pairs are for a Hydra.");
        }
        HeldOut heldOut = options.heldOut();
        if (heldOut != null && heldOut.pairs() && !(start instanceof TrainStart.Hydra)) {
            throw new IllegalArgumentException("Only a Hydra is measured by pairs.");
        }
    }
}
