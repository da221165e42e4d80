package org.hydraworkbench.project.work;

import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Stop;

/**
 * Where work is done and who watches it: what differs between the window, the command line and a server.
 *
 * @param tensors where tensors are computed
 * @param trainer how a training, which is a process of its own, computes with them
 * @param training hears of each step of a training run, on the thread of the job
 * @param stop ends a training run early with the model that there is
 */
public record Environment(Tensors tensors, RuntimeOptions trainer, MetricsListener training, Stop stop) {

    /** Nobody listens; a training computes where it is best. */
    public static Environment of(Tensors tensors) {
        return new Environment(tensors, RuntimeOptions.defaults(), step -> {}, new Stop());
    }

    /** Computes on the thread of the job, and nobody listens. */
    public static Environment plain() {
        return here(RuntimeOptions.defaults());
    }

    /** Computes on the thread of the job in the way that is asked for, as a training does, and nobody listens. */
    public static Environment here(RuntimeOptions options) {
        return of(Tensors.here(options)).withTrainer(options);
    }

    public Environment withTrainer(RuntimeOptions options) {
        return new Environment(tensors, options, training, stop);
    }

    public Environment withTraining(MetricsListener listener) {
        return new Environment(tensors, trainer, listener, stop);
    }

    public Environment withStop(Stop early) {
        return new Environment(tensors, trainer, training, early);
    }
}
