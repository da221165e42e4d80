package org.hydraworkbench.app.shell;

/** Brings workspaces into view. Call on the JavaFX thread. */
public interface Navigator {

    void show(Step step);

    /** Brings the workspace into view and lets it show {@code target}. */
    void show(Step step, Target target);
}
