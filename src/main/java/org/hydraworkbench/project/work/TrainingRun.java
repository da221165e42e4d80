package org.hydraworkbench.project.work;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.HeldOut;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Samples;
import org.hydraworkbench.train.TrainOutcome;
import org.hydraworkbench.train.TrainProcess;
import org.hydraworkbench.train.TrainRequest;
import org.hydraworkbench.train.TrainStart;
import org.jspecify.annotations.Nullable;

/** A training run of a project, in a process of its own. */
final class TrainingRun {

    /** How long a run that is cancelled may take to write its checkpoint. */
    private static final long GRACE_SECONDS = 60;

    /** About how often a run is measured by what is held out. */
    private static final int MEASUREMENTS = 20;

    /** About how often a run shows what the model writes. */
    private static final int SAMPLES = 10;

    private TrainingRun() {}

    /**
     * Trains, or goes on from the last checkpoint in {@code out}.
     *
     * @param model folder of the model that it begins with, a Hydra when it is trained on pairs
     * @param out where the trained model and the checkpoints go
     */
    static TrainOutcome of(
            TrainingSettings settings,
            Path model,
            TrainingData data,
            Path out,
            MetricsListener listener,
            ProjectInfo project,
            Run run)
            throws HydraException {
        TrainStart start = data.pairs()
                ? new TrainStart.Hydra(model, settings.template(), project.sourceLanguage().toString(), settings.directions())
                : new TrainStart.Model(model);
        TrainRequest request = new TrainRequest(
                start, List.of(data.learnt()), data.synthetic(), settings.options().withHeldOut(heldOut(settings, data)), out, true, run.environment().trainer())
                .withSamples(samples(settings, data));
        return TrainProcess.run(request, run.environment().stop(), GRACE_SECONDS, listener, run.progress());
    }

    private static @Nullable Samples samples(TrainingSettings settings, TrainingData data) {
        Path file = data.samples();
        return file == null ? null : new Samples(file, Math.ceilDiv(settings.options().steps(), SAMPLES));
    }

    private static @Nullable HeldOut heldOut(TrainingSettings settings, TrainingData data) {
        Path file = data.heldOut();
        return file == null ? null : new HeldOut(file, data.pairs(), Math.ceilDiv(settings.options().steps(), MEASUREMENTS), settings.patience());
    }
}
