package org.hydraworkbench.model.generation;

import org.hydraworkbench.base.HydraException;

/** The continuation of one prompt, token by token, in one or several rows of a session. It begins with one row, that of the prompt. */
interface Search {

    /**
     * Goes on by a token.
     *
     * @param step what may come next
     * @param rows where its rows are, in its own order
     */
    void look(Step step, int[] rows) throws HydraException;

    /** Whether it has ended; nothing more is to be read for it then. */
    boolean isDone();

    /** Which of its rows, counted in its own order, each of its next rows continues. */
    int[] sources();

    /** The token that each of its next rows continues with. */
    int[] ids();

    /** What is continued. */
    GenerationRequest request();

    /** How many tokens it has written. */
    int length();

    /** How many tokens it may write. */
    int limit();

    /** What was found; it has ended. */
    Generation result() throws HydraException;
}
