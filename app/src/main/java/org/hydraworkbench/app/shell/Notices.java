package org.hydraworkbench.app.shell;

import org.jspecify.annotations.Nullable;

/** Messages that do not interrupt. Call on the JavaFX thread. */
public interface Notices {

    /** Says something in the status bar only: what went well, and needs no answer. */
    void status(String text);

    /** Shows a message for some seconds in a place of its own, with an action where there is one to offer. */
    void info(String text, @Nullable ActionSpec action);

    /**
     * Shows what went wrong in a place of its own, with an action where there is one to offer, until the person closes it, something else
     * goes wrong, or what failed goes well.
     */
    void problem(String text, @Nullable ActionSpec action);
}
