package org.hydraworkbench.cli;

import org.hydraworkbench.base.UsageException;

/** How many threads may be asked for: more than the processors can run only take turns, and far more bring a machine to a stop. */
final class Threads {

    private static final int EACH_PROCESSOR = 4;

    private Threads() {}

    /**
     * A number of threads as it was given.
     *
     * @param least 1, or 0 where that leaves the choice to the program
     */
    static int checked(int threads, int least) throws UsageException {
        int most = Math.max(16, EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
        if (threads < least || threads > most) {
            throw new UsageException("--threads " + threads + ": give " + least + " to " + most + "; this machine has "
                    + Runtime.getRuntime().availableProcessors() + " processors.");
        }
        return threads;
    }
}
