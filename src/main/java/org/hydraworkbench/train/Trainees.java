package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.model.runtime.TensorRuntime;

/** Opens what a request names: the model, new or from a checkpoint, and the data for it. */
final class Trainees {

    private Trainees() {}

    static Trainee load(TensorRuntime runtime, TrainStart start, Optional<Path> checkpoint, TrainOptions options, Progress progress)
            throws HydraException {
        return switch (start) {
            case TrainStart.Model model -> PlainTrainee.load(runtime, checkpoint.orElse(model.folder()), progress);
            case TrainStart.Fresh fresh -> checkpoint.isPresent()
                    ? PlainTrainee.load(runtime, checkpoint.get(), progress)
                    : PlainTrainee.fresh(runtime, fresh, options);
            case TrainStart.Hydra hydra -> HydraTrainee.load(
                    runtime, hydra, checkpoint.orElse(hydra.folder()), progress);
        };
    }

    static BatchSource data(TrainRequest request, Trainee trainee, Progress progress) throws HydraException {
        return switch (trainee) {
            case PlainTrainee plain -> PackedText.read(request.data(), plain.tokenizer(), plain.body().table(), request.options(), progress);
            case HydraTrainee hydra -> {
                List<Path> files = request.data();
                if (files.size() > 2) {
                    throw new UsageException(
                            "A Hydra is trained on one bitext, of one file or two; " + files.size() + " files were given.");
                }
                BitextFiles bitext = BitextFiles.of(files.getFirst(), files.size() == 2 ? files.getLast() : null)
                        .withLanguages(hydra.from().toString(), hydra.to().toString());
                Path made = request.synthetic();
                yield BitextExamples.read(
                        bitext, made == null ? null : BitextFiles.of(made), hydra.examples(), request.options(), progress);
            }
        };
    }
}
