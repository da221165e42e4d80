package org.hydraworkbench.project.work;

import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Stop;

/**
 * Where work is done and who watches it: what differs between the window, the command line and a server.
 *
 * @param tensors where tensors are computed
 * @param runtime how the tensor engine of a process of its own is opened
 * @param training hears of each step of a training run, on the thread of the job
 * @param stop ends a training run early with the model that there is
 */
public record Environment(Tensors tensors, RuntimeOptions runtime, MetricsListener training, Stop stop) {

    /** Nobody listens. */
    public static Environment of(Tensors tensors, RuntimeOptions runtime) {
        return new Environment(tensors, runtime, step -> {}, new Stop());
    }

    /** Computes on the thread of the job, and nobody listens. */
    public static Environment plain() {
        RuntimeOptions options = RuntimeOptions.defaults();
        return of(Tensors.here(options), options);
    }

    public Environment withTraining(MetricsListener listener, Stop early) {
        return new Environment(tensors, runtime, listener, early);
    }
}
