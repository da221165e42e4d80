package org.hydraworkbench.train;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the process is asked to end, by Ctrl-C or the system, stops the run and holds the process back until the run has left
 * its checkpoint. Harmless after the run is over.
 */
public final class ExitGuard implements AutoCloseable {

    private static final long MOST_MINUTES = 5;

    private final Runnable stop;
    private final CountDownLatch over = new CountDownLatch(1);

    /** On guard from now until closed; {@code stop} may be called from another thread. */
    public ExitGuard(Runnable stop) {
        this.stop = stop;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAndWait));
    }

    private void stopAndWait() {
        stop.run();
        try {
            over.await(MOST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
