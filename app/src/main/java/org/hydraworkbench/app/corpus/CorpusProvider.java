package org.hydraworkbench.app.corpus;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the corpus workspace. */
public final class CorpusProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.CORPUS;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new CorpusWorkspace(workbench);
    }
}
