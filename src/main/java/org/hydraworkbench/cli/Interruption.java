package org.hydraworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Ctrl-C: the running command is told to stop and has a moment to take away what it has half done; then the process ends anyway. */
final class Interruption {

    private static final long MOMENT_SECONDS = 2;

    /** Some minutes. */
    private static final int MOST_MOMENTS = 150;

    private static final AtomicInteger PATIENT = new AtomicInteger();

    private static volatile boolean asked;

    private final CountDownLatch ended = new CountDownLatch(1);

    /** Work that may take minutes to stop, since it has something to save first; when it is over, the command has its moment. */
    static final class Patience implements AutoCloseable {

        private Patience() {
            PATIENT.incrementAndGet();
        }

        @Override
        public void close() {
            PATIENT.decrementAndGet();
        }
    }

    /** From now on Ctrl-C waits for {@link #commandEnded}. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAndWait));
    }

    /** Whether the process is about to end. */
    static boolean asked() {
        return asked;
    }

    /** Ctrl-C waits longer until this is closed. */
    static Patience patience() {
        return new Patience();
    }

    /** There is nothing to wait for any more. */
    void commandEnded() {
        ended.countDown();
    }

    private void stopAndWait() {
        asked = true;
        try {
            boolean patient = true;
            for (int moment = 0; patient && moment < MOST_MOMENTS; moment++) {
                patient = PATIENT.get() > 0;
                if (ended.await(MOMENT_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
