package org.hydraworkbench.app.evaluate;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the evaluate workspace. */
public final class EvaluateProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.EVALUATE;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new EvaluateView(workbench);
    }
}
