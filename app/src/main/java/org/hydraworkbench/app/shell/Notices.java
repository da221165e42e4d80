package org.hydraworkbench.app.shell;

import org.jspecify.annotations.Nullable;

/** Short messages that do not interrupt: they appear above the workspace and stay in the status bar. Call on the JavaFX thread. */
public interface Notices {

    /** Puts a message into the status bar only. */
    void status(String text);

    /** Shows a message for a few seconds, with an action where there is one to offer. */
    void info(String text, @Nullable ActionSpec action);

    /** Shows what went wrong until the person closes it, with an action where there is one to offer. */
    void problem(String text, @Nullable ActionSpec action);
}
