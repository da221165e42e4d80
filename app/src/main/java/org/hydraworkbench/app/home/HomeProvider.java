package org.hydraworkbench.app.home;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Launcher;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.UserFolders;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;
import org.jspecify.annotations.Nullable;

/** Makes Home, and the actions on projects, which are possible everywhere. */
public final class HomeProvider implements WorkspaceProvider {

    private @Nullable ProjectActions actions;

    @Override
    public Step step() {
        return Step.HOME;
    }

    @Override
    public Workspace create(Workbench workbench) {
        ProjectActions actions = actions(workbench);
        return new HomeView(new HomeViewModel(workbench, actions), actions);
    }

    /** The same for the menu and for every Home: they go on when the project that they leave has ended, and Home with it. */
    private ProjectActions actions(Workbench workbench) {
        if (actions == null) {
            actions = new ProjectActions(
                    workbench,
                    model -> workbench.dialogs().show(new NewProjectDialog(model, workbench.dialogs())),
                    new NewProjectDraft(),
                    UserFolders.projects());
        }
        return actions;
    }

    @Override
    public List<ActionSpec> globalActions(Workbench workbench) {
        return actions(workbench).all();
    }

    @Override
    public void opened(Workbench workbench, List<String> arguments) {
        if (arguments.contains(Launcher.DEMO)) {
            actions(workbench).openDemo();
            return;
        }
        arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .ifPresent(file -> actions(workbench).openFile(Path.of(file)));
    }
}
