package org.hydraworkbench.base;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps the end of a thing apart from its use: any number of threads may be inside, shutting waits until all have left, and whoever comes
 * later is told so in a sentence. For things whose memory is not Java's, where use after the end would take the whole process along.
 * {@link Shared} leaves the end to the last user; here it waits for no longer than the calls that are under way.
 *
 * <pre>{@code
 * gate.enter();
 * try {
 *     ... the thing is open ...
 * } finally {
 *     gate.leave();
 * }
 * }</pre>
 */
public final class Gate {

    private final String name;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Changed by who alone is inside, read by who is inside. */
    private boolean shut;

    /** @param name begins the sentence that it was closed, for example {@code The tokenizer} */
    public Gate(String name) {
        this.name = name;
    }

    /**
     * Goes inside. Whoever is inside may enter once more.
     *
     * @throws StateException when it was shut
     */
    public void enter() throws StateException {
        lock.readLock().lock();
        if (shut) {
            lock.readLock().unlock();
            throw new StateException(name + " was closed.");
        }
    }

    /** Goes outside, once for each {@link #enter}. */
    public void leave() {
        lock.readLock().unlock();
    }

    /**
     * Waits until nobody is inside and lets nobody in again.
     *
     * @return whether it was open until now: whoever learns this ends the thing
     * @throws IllegalStateException when the calling thread is inside, which would be to wait for itself
     */
    public boolean shut() {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException(name + " is closed by one of its users");
        }
        lock.writeLock().lock();
        try {
            boolean open = !shut;
            shut = true;
            return open;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
