package org.hydraworkbench.app.mapping;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the mapping workspace. */
public final class MappingProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.MAPPING;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new MappingWorkspace(workbench);
    }
}
