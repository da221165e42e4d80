package org.hydraworkbench.app.shell;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * Makes one workspace; found by {@link java.util.ServiceLoader}, so that the shell does not know the workspaces. Register
 * the class in {@code META-INF/services/org.hydraworkbench.app.shell.WorkspaceProvider}.
 */
public interface WorkspaceProvider {

    /** The step that the workspace serves. */
    Step step();

    /** Makes the workspace, on the JavaFX thread, when it is shown for the first time: return within a few milliseconds. */
    Workspace create(Workbench workbench);

    /** Actions that are possible whichever workspace is shown: they stand at the top of the menu. Called once, at the start. */
    default List<ActionSpec> globalActions(Workbench workbench) {
        return List.of();
    }

    /** What the status bar says for as long as something goes on beside the jobs; empty while nothing does. Called once, at the start. */
    default ObservableValue<String> standing(Workbench workbench) {
        return new SimpleStringProperty("");
    }

    /** The program was started with these arguments, and the window is on the screen. */
    default void opened(Workbench workbench, List<String> arguments) {}
}
