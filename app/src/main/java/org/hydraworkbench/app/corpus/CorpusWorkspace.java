package org.hydraworkbench.app.corpus;

import java.util.List;
import javafx.scene.Node;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The corpus workspace, as the shell sees it. */
final class CorpusWorkspace implements Workspace {

    private final CorpusViewModel model;
    private final CorpusView view;
    private final ActionSpec importAction;

    CorpusWorkspace(Workbench workbench) {
        model = new CorpusViewModel(workbench);
        importAction = ActionSpec.of("corpus.import", model::chooseFiles)
                .withIcon(MaterialDesignF.FILE_IMPORT_OUTLINE)
                .withKeys("Shortcut+I")
                .enabledWhen(workbench.project().openProperty());
        view = new CorpusView(model, workbench.jobs(), importAction);
        workbench.project().projectProperty().subscribe(project -> model.opened());
        workbench.project().addListener(model::changed);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<ActionSpec> actions() {
        return List.of(importAction);
    }
}
