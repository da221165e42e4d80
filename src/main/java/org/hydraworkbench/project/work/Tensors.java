package org.hydraworkbench.project.work;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;

/** Where operations compute with tensors: all that a process does with them is done on one thread. */
public interface Tensors {

    /** What is done there. */
    @FunctionalInterface
    interface Use<R> {
        R with(TensorRuntime runtime) throws HydraException;
    }

    /** Does it and waits for the result. */
    <R> R compute(Use<R> use) throws HydraException;

    /** Computes with an engine that is open, on the thread that asks, which must be that engine's. */
    static Tensors on(TensorRuntime runtime) {
        return new Tensors() {
            @Override
            public <R> R compute(Use<R> use) throws HydraException {
                return use.with(runtime);
            }
        };
    }

    /** Computes on the thread that asks, with an engine that is opened for it. */
    static Tensors here(RuntimeOptions options) {
        return new Tensors() {
            @Override
            public <R> R compute(Use<R> use) throws HydraException {
                try (TensorRuntime runtime = TensorRuntime.open(options)) {
                    return use.with(runtime);
                }
            }
        };
    }
}
