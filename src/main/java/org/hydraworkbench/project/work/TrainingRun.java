package org.hydraworkbench.project.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.TrainProcess;

/** A training of a project in a process of its own, which goes on where its output folder has checkpoints. */
record TrainingRun(List<String> arguments) {

    /** How long a cancelled training may take to write its checkpoint. */
    private static final long GRACE_SECONDS = 60;

    static TrainingRun of(
            TrainingSettings settings, Path model, boolean pairs, Path data, Path out, RuntimeOptions runtime) {
        List<String> arguments = new ArrayList<>(List.of(
                "--model=" + model,
                "--plan=" + settings.planCode(),
                "--steps=" + settings.steps(),
                "--batch=" + settings.batch(),
                "--length=" + settings.length(),
                "--lr=" + settings.rate(),
                "--warmup=" + settings.warmup(),
                "--schedule=" + settings.decay().name(),
                "--weight-decay=" + settings.weightDecay(),
                "--seed=" + settings.seed(),
                "--checkpoint-seconds=" + settings.checkpointSeconds(),
                "--device=" + runtime.device().name().toLowerCase(Locale.ROOT),
                "--threads=" + runtime.threads(),
                "--out=" + out,
                "--resume",
                pairs ? "--bitext" : "--text",
                data.toString()));
        if (settings.template() != null) {
            arguments.add("--template=" + settings.template());
        }
        return new TrainingRun(arguments);
    }

    void run(MetricsListener listener, Progress progress) throws HydraException {
        TrainProcess.run(arguments, GRACE_SECONDS, listener, progress);
    }
}
