package org.hydraworkbench.app.transfer;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the transfer workspace. */
public final class TransferProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.TRANSFER;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new TransferView(workbench);
    }
}
