package org.hydraworkbench.app.shell;

/**
 * What the shell offers to a workspace.
 *
 * @param project the project that is open, and news of its changes
 * @param steps how far each step of that project is
 * @param jobs runs long work and short queries off the JavaFX thread
 * @param dialogs asks and tells the person
 * @param notices messages that do not interrupt
 * @param navigator brings other workspaces into view
 * @param settings the person's settings
 */
public record Workbench(
        ProjectContext project,
        StepStatesModel steps,
        JobRunner jobs,
        Dialogs dialogs,
        Notices notices,
        Navigator navigator,
        SettingsStore settings) {}
