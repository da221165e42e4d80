package org.hydraworkbench.project.work;

import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.train.MetricsListener;

/**
 * Where work is done and who watches it: what differs between the window, the command line and a server.
 *
 * @param tensors where tensors are computed
 * @param training hears of each step of a training run, on the thread of the job
 */
public record Environment(Tensors tensors, MetricsListener training) {

    /** Nobody listens. */
    public static Environment of(Tensors tensors) {
        return new Environment(tensors, step -> {});
    }

    /** Computes on the thread of the job, and nobody listens. */
    public static Environment plain() {
        return of(Tensors.here(RuntimeOptions.defaults()));
    }

    public Environment withTraining(MetricsListener listener) {
        return new Environment(tensors, listener);
    }
}
