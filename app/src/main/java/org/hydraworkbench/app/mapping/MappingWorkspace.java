package org.hydraworkbench.app.mapping;

import java.util.List;
import javafx.scene.Node;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.project.settings.MappingSettings;
import org.hydraworkbench.project.work.Operations;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The mapping workspace, as the shell sees it. */
final class MappingWorkspace implements Workspace {

    private final MappingViewModel model;
    private final MappingView view;
    private final List<ActionSpec> actions;

    MappingWorkspace(Workbench workbench) {
        model = new MappingViewModel(workbench);
        var open = workbench.project().openProperty();
        ActionSpec build = ActionSpec.of("mapping.build", () -> model.build(MappingSettings.defaults()))
                .withIcon(MaterialDesignH.HAMMER_WRENCH)
                .enabledWhen(workbench.steps().possible(Operations.MAP.id()));
        actions = List.of(build);
        view = new MappingView(model, new LanguageNames(workbench.project()), build);
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
        return actions;
    }

    @Override
    public void shown() {
        model.setVisible(true);
    }

    @Override
    public void hidden() {
        model.setVisible(false);
    }

    @Override
    public void reveal(Target target) {
        if (target instanceof Target.TargetToken token) {
            model.reveal(token.id());
        }
    }
}
