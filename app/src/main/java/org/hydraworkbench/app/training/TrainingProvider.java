package org.hydraworkbench.app.training;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the training workspace. */
public final class TrainingProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.TRAINING;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new TrainingView(workbench);
    }
}
