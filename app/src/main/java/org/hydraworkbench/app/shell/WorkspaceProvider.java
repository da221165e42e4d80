package org.hydraworkbench.app.shell;

/**
 * Makes one workspace; found by {@link java.util.ServiceLoader}, so that the shell does not know the workspaces. Register
 * the class in {@code META-INF/services/org.hydraworkbench.app.shell.WorkspaceProvider}.
 */
public interface WorkspaceProvider {

    /** The step that the workspace serves. */
    Step step();

    /** Makes the workspace, on the JavaFX thread, when it is shown for the first time: return within a few milliseconds. */
    Workspace create(Workbench workbench);
}
