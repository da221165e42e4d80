package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.TensorRuntime;

/** Opens what a request names: the model, fresh or from a checkpoint, and the data for it. */
final class Trainees {

    private Trainees() {}

    static Trainee load(TensorRuntime runtime, TrainStart start, Optional<Path> checkpoint, long seed, Progress progress)
            throws HydraException {
        return switch (start) {
            case TrainStart.Model model -> PlainTrainee.load(runtime, checkpoint.orElse(model.folder()), progress);
            case TrainStart.Fresh fresh -> checkpoint.isPresent()
                    ? PlainTrainee.load(runtime, checkpoint.get(), progress)
                    : PlainTrainee.fresh(runtime, fresh, seed);
            case TrainStart.Hydra hydra -> throw new UnsupportedOperationException();
        };
    }

    static BatchSource data(TrainRequest request, Trainee trainee, Progress progress) throws HydraException {
        return PackedText.read(request.data(), trainee.tokenizer(), request.options(), progress);
    }
}
