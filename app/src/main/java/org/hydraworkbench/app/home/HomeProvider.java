package org.hydraworkbench.app.home;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes Home. */
public final class HomeProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.HOME;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new HomeView();
    }
}
