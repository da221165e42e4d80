package org.hydraworkbench.app.corpus;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The corpus workspace, as the shell sees it. */
final class CorpusWorkspace implements Workspace {

    private final CorpusViewModel model;
    private final CorpusView view;
    private final List<ActionSpec> actions = new ArrayList<>();

    CorpusWorkspace(Workbench workbench) {
        model = new CorpusViewModel(workbench);
        ActionSpec importAction = ActionSpec.of("corpus.import", model::chooseFiles)
                .withIcon(MaterialDesignF.FILE_IMPORT_OUTLINE)
                .withKeys("Shortcut+I")
                .enabledWhen(workbench.project().openProperty());
        CorpusActions corpus = CorpusActions.of(model);
        actions.add(importAction);
        ActionSpec synthetic = ActionSpec.of("corpus.synthetic", model::makeSynthetic)
                .enabledWhen(workbench.project().openProperty());
        actions.add(synthetic);
        actions.addAll(corpus.all());
        view = new CorpusView(
                model,
                new LanguageNames(workbench.project()),
                workbench.jobs(),
                importAction,
                corpus,
                List.of(synthetic, LanguagesDialog.action(workbench)));
        workbench.project().projectProperty().subscribe(project -> model.opened());
        workbench.project().addListener(model::changed);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node first() {
        return view.search();
    }

    @Override
    public List<ActionSpec> actions() {
        return List.copyOf(actions);
    }
}
