package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Stop;
import org.jspecify.annotations.Nullable;

/** What the training that goes on says of its steps, whoever began it and wherever, kept for whoever looks later. For any thread. */
public final class LiveTraining {

    /** One training. */
    public static final class Run implements MetricsListener {

        private final LiveTraining all;
        private final Stop stop = new Stop();
        private final List<Metrics> steps = new ArrayList<>();
        private @Nullable JobRun<?> job;

        private Run(LiveTraining all) {
            this.all = all;
        }

        @Override
        public synchronized void step(Metrics metrics) {
            steps.add(metrics);
            job = JobRun.present();
            all.present = this;
        }

        /** Whether it is the work of {@code run}. */
        public synchronized boolean isOf(@Nullable JobRun<?> run) {
            return run != null && run == job;
        }

        /** The steps after the first {@code known}. */
        public synchronized List<Metrics> after(int known) {
            return List.copyOf(steps.subList(known, steps.size()));
        }

        /** Ends it early with the model that there is. */
        public Stop stop() {
            return stop;
        }
    }

    private volatile @Nullable Run present;

    /** A training that a job may begin. */
    Run next() {
        return new Run(this);
    }

    /** The training that took a step last. */
    public @Nullable Run present() {
        return present;
    }
}
