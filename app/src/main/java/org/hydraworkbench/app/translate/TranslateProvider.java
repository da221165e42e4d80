package org.hydraworkbench.app.translate;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the translate workspace. */
public final class TranslateProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.TRANSLATE;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new TranslateView(workbench);
    }
}
