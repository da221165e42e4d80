package org.hydraworkbench.base;

/**
 * Where long work says how far it is and learns that it should stop. Calls are cheap and may come from any thread; whoever
 * shows progress polls what was last said, so work never floods a window.
 */
public interface Progress {

    /** Says how much is done. {@code total} is in the same unit, or 0 while it is unknown. */
    void update(long done, long total);

    /** Says in a few words what is being done now. */
    void message(String text);

    /** Says which step of a longer work begins now, by its id; a work of several says so several times. */
    default void step(String id) {}

    /** Adds a line to the log of the job. */
    void log(String line);

    /** Adds a line to the log that the person should see, wherever the log is kept. */
    default void warn(String line) {
        log(line);
    }

    /** Whether the person asked to stop. */
    boolean isCancelled();

    /** Ends the work if the person asked to stop; call at least once a second. */
    default void checkCancelled() throws CancelledException {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /** Shows nothing, cannot be cancelled. */
    static Progress none() {
        return NoProgress.INSTANCE;
    }
}
