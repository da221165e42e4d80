package org.hydraworkbench.app.training;

import java.time.Instant;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.Reached;

/** A run in the list: one that ended and made something, or one that ended early. */
public sealed interface RunRow {

    /** What a person calls it. */
    String name();

    /** When it ended, or began when it ended early. */
    Instant time();

    /**
     * A run that ended and what it made.
     *
     * @param steps optimiser steps that were done
     * @param kept the step after which the model was that it made: the last, or the best that was measured
     * @param planned how many were to be done; fewer when it was stopped and kept
     * @param loss of the last step, in nats
     * @param tokensPerSecond median
     * @param seconds it took
     * @param current whether its result is in use
     */
    record Made(Artefact artefact, RunCurves curves, long steps, long kept, int planned, double loss, double tokensPerSecond, double seconds, boolean current)
            implements RunRow {

        /** Whether a person ended it before its last step. */
        boolean isStopped() {
            return steps > 0 && steps < planned;
        }

        @Override
        public String name() {
            return artefact.name();
        }

        @Override
        public Instant time() {
            return artefact.created();
        }
    }

    /**
     * A run that can be gone on with from its last checkpoint.
     *
     * @param reached how far it came
     */
    record Unfinished(JobRecord job, Reached reached) implements RunRow {
        @Override
        public String name() {
            return job.title();
        }

        @Override
        public Instant time() {
            return job.started();
        }
    }
}
