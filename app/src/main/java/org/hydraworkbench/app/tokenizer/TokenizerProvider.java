package org.hydraworkbench.app.tokenizer;

import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the tokenizer workspace. */
public final class TokenizerProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.TOKENIZER;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new TokenizerView(workbench);
    }
}
