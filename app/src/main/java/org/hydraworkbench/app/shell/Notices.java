package org.hydraworkbench.app.shell;

import org.jspecify.annotations.Nullable;

/** Messages that do not interrupt; each is in the status bar too. Call on the JavaFX thread. */
public interface Notices {

    /** Says something in the status bar only: what went well, and needs no answer. */
    void status(String text);

    /** Shows a message for some seconds, with an action where there is one to offer. */
    void info(String text, @Nullable ActionSpec action);

    /** Shows what went wrong until the person closes it, with an action where there is one to offer. */
    void problem(String text, @Nullable ActionSpec action);
}
