package org.hydraworkbench.app.corpus;

import java.util.List;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;

/** Makes the corpus workspace, and the action that corrects the project's languages, which is possible everywhere. */
public final class CorpusProvider implements WorkspaceProvider {

    @Override
    public Step step() {
        return Step.CORPUS;
    }

    @Override
    public Workspace create(Workbench workbench) {
        return new CorpusWorkspace(workbench);
    }

    @Override
    public List<ActionSpec> globalActions(Workbench workbench) {
        return List.of(LanguagesDialog.action(workbench));
    }
}
