package org.hydraworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: the running command is told to stop and has a moment to take away what it has half done; then the process ends anyway. */
final class Interruption {

    private static final long MOMENT_SECONDS = 2;

    private static volatile boolean asked;

    private final CountDownLatch ended = new CountDownLatch(1);

    /** From now on Ctrl-C waits for {@link #commandEnded}. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAndWait));
    }

    /** Whether the process is about to end. */
    static boolean asked() {
        return asked;
    }

    /** There is nothing to wait for any more. */
    void commandEnded() {
        ended.countDown();
    }

    private void stopAndWait() {
        asked = true;
        try {
            ended.await(MOMENT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
