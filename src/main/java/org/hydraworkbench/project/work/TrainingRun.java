package org.hydraworkbench.project.work;

import java.nio.file.Path;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.MetricsListener;

record TrainingRun() {
    static TrainingRun of(TrainingSettings s, Path model, boolean pairs, Path data, Path out) { return new TrainingRun(); }
    void run(MetricsListener l, Progress p) throws HydraException {}
}
