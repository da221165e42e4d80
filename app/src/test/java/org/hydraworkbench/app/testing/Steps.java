package org.hydraworkbench.app.testing;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.work.Environment;
import org.hydraworkbench.project.work.Operation;

/** Does steps of a project on the thread of the test. */
public record Steps(Project project) {

    /** Does it; its result is used. */
    public <S> Artefact make(Operation<S> operation, S settings) throws HydraException {
        return project.work().job(operation, settings, Use.ALWAYS, Environment.plain()).run(Progress.none());
    }
}
