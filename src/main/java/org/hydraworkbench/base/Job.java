package org.hydraworkbench.base;

/**
 * A piece of long work with a result: described for a person, run once on a background thread, reporting to and cancelled
 * through a {@link Progress}. A job leaves either its whole result or nothing.
 *
 * @param <R> what it makes
 */
public interface Job<R> {

    /** What the work is, as a person would say it, for example {@code Align eng–kab (10,763 pairs)}. */
    String title();

    /**
     * Does the work on the calling thread.
     *
     * @throws HydraException with a message for a person; {@link CancelledException} when {@code progress} says so
     */
    R run(Progress progress) throws HydraException;
}
