package org.hydraworkbench.project.work;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;

/** Makes jobs of a title and the work. */
final class Jobs {

    /** The work of a job. */
    @FunctionalInterface
    interface Body<R> {
        R run(Progress progress) throws HydraException;
    }

    private Jobs() {}

    static <R> Job<R> of(String title, Body<R> body) {
        return new Job<>() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public R run(Progress progress) throws HydraException {
                return body.run(progress);
            }
        };
    }
}
