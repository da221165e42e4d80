package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.jspecify.annotations.Nullable;

/** Opens what a request names: the model, and the data for it. */
final class Trainees {

    private Trainees() {}

    static Trainee load(TensorRuntime runtime, TrainStart start, TrainOptions options, Progress progress) throws HydraException {
        return switch (start) {
            case TrainStart.Model model -> PlainTrainee.load(runtime, model.folder(), progress);
            case TrainStart.Fresh fresh -> PlainTrainee.fresh(runtime, fresh, options);
            case TrainStart.Hydra hydra -> HydraTrainee.load(runtime, hydra, progress);
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
                BitextFiles bitext = bitext(files.getFirst(), files.size() == 2 ? files.getLast() : null, hydra);
                Path made = request.synthetic();
                yield BitextExamples.read(
                        bitext, made == null ? null : BitextFiles.of(made), hydra.examples(), request.options(), progress);
            }
        };
    }

    /** What is measured on the way; null for nothing. */
    static @Nullable HeldOutMeasure measure(@Nullable HeldOut heldOut, Trainee trainee, Progress progress) throws HydraException {
        if (heldOut == null) {
            return null;
        }
        if (!heldOut.pairs()) {
            return HeldOutMeasure.ofText(heldOut.file(), trainee);
        }
        if (trainee instanceof HydraTrainee hydra) {
            return HeldOutMeasure.ofPairs(bitext(heldOut.file(), null, hydra), hydra, progress);
        }
        throw new IllegalArgumentException("Only a Hydra is measured by pairs.");
    }

    /** What the model writes on the way; null for nothing. */
    static @Nullable Sampler sampler(@Nullable Samples samples, Trainee trainee, Progress progress) throws HydraException {
        if (samples == null) {
            return null;
        }
        return switch (trainee) {
            case PlainTrainee plain -> Sampler.ofText(samples.file(), plain);
            case HydraTrainee hydra -> Sampler.ofPairs(bitext(samples.file(), null, hydra), hydra, progress);
        };
    }

    private static BitextFiles bitext(Path source, @Nullable Path target, HydraTrainee hydra) {
        return BitextFiles.of(source, target).withLanguages(hydra.from().toString(), hydra.to().toString());
    }
}
