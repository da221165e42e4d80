package org.hydraworkbench.project.work;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Stop;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainProcess;
import org.hydraworkbench.train.TrainRequest;
import org.hydraworkbench.train.TrainStart;

/** A training of a project in a process of its own, which goes on where its output folder has a checkpoint. */
record TrainingRun(TrainRequest request) {

    /** How long a cancelled training may take to write its checkpoint. */
    private static final long GRACE_SECONDS = 60;

    static TrainingRun of(
            TrainingSettings settings, Path model, boolean pairs, Path data, Path out, RuntimeOptions runtime)
            throws UsageException {
        TrainStart start = pairs
                ? new TrainStart.Hydra(model, settings.template(), null)
                : new TrainStart.Model(model);
        return new TrainingRun(new TrainRequest(start, List.of(data), options(settings), out, true, runtime));
    }

    private static TrainOptions options(TrainingSettings settings) throws UsageException {
        try {
            return TrainOptions.defaults()
                    .withPlan(settings.plan())
                    .withSteps(settings.steps())
                    .withBatch(settings.batch(), settings.length())
                    .withRate(new LearningRate(settings.rate(), settings.warmup(), settings.decay()))
                    .withWeightDecay(settings.weightDecay())
                    .withSeed(settings.seed())
                    .withCheckpointSeconds(settings.checkpointSeconds());
        } catch (IllegalArgumentException e) {
            throw new UsageException(Reasons.of(e), e); // these say it in a sentence
        }
    }

    void run(MetricsListener listener, Progress progress) throws HydraException {
        TrainProcess.run(request, new Stop(), GRACE_SECONDS, listener, progress);
    }
}
