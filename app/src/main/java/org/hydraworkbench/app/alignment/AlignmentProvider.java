package org.hydraworkbench.app.alignment;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the alignment workspace. */
public final class AlignmentProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.ALIGNMENT;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new AlignmentWorkspace(workbench);
    }
}
