package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.TensorRuntime;

/** Opens what a request names: the model, new or from a checkpoint, and the data for it. */
final class Trainees {

    private Trainees() {}

    static Trainee load(TensorRuntime runtime, TrainStart start, Optional<Path> checkpoint, long seed, Progress progress)
            throws HydraException {
        return switch (start) {
            case TrainStart.Model model -> PlainTrainee.load(runtime, checkpoint.orElse(model.folder()), progress);
            case TrainStart.Fresh fresh -> checkpoint.isPresent()
                    ? PlainTrainee.load(runtime, checkpoint.get(), progress)
                    : PlainTrainee.fresh(runtime, fresh, seed);
            case TrainStart.Hydra hydra -> HydraTrainee.load(
                    runtime, hydra, checkpoint.orElse(hydra.folder()), progress);
        };
    }

    static BatchSource data(TrainRequest request, Trainee trainee, Progress progress) throws HydraException {
        return switch (trainee) {
            case PlainTrainee plain -> PackedText.read(request.data(), plain.tokenizer(), request.options(), progress);
            case HydraTrainee hydra -> {
                if (request.data().size() != 1) {
                    throw new UsageException("A Hydra is trained on one bitext; " + request.data().size() + " files were given.");
                }
                yield BitextExamples.read(request.data().getFirst(), hydra.encoder(), request.options(), progress);
            }
        };
    }
}
