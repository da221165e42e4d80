package org.hydraworkbench.base;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The owner of a thing that several threads use, above all of one with native memory, which must not go while somebody is inside it.
 * Users hold {@link Lease}s; after {@link #close} no new one is given, and the thing is closed when the last is let go, by whoever does
 * so. The idea is that of Lucene's {@code ReferenceManager}. Safe for several threads.
 *
 * @param <T> what is shared
 */
public final class Shared<T extends AutoCloseable> implements AutoCloseable {

    private final String name;
    private final T thing;
    private final CountDownLatch gone = new CountDownLatch(1);

    /** Leases that are out, and one for the owner while it is open. */
    private int holders = 1;

    private boolean closed;

    /**
     * Takes over a thing, which nobody else closes from now on.
     *
     * @param name begins the sentence that it was closed, for example {@code The tokenizer}
     */
    public Shared(String name, T thing) {
        this.name = name;
        this.thing = thing;
    }

    /**
     * Lets a user in until the lease is closed.
     *
     * @throws StateException when it was closed
     */
    public synchronized Lease<T> acquire() throws StateException {
        if (closed) {
            throw new StateException(name + " was closed.");
        }
        holders++;
        return new Lease<>(this, thing);
    }

    /** Lets nobody in any more; does not wait for those who are inside. Does nothing the second time. */
    @Override
    public void close() throws HydraException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        release();
    }

    /**
     * Lets nobody in any more and waits until the last has left and the thing is closed. Whoever waits holds no lease, or waits in vain.
     *
     * @param limit how long at most
     * @return whether it is closed; if not, the last lease still closes it later
     * @throws InterruptedException when the waiting thread is interrupted; the last lease still closes the thing
     */
    public boolean closeAndAwait(Duration limit) throws HydraException, InterruptedException {
        close();
        return gone.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    }

    /** Lets one holder go; the last closes the thing. */
    void release() throws HydraException {
        synchronized (this) {
            if (--holders > 0) {
                return;
            }
        }
        try {
            thing.close();
        } catch (HydraException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(name + " could not be closed", e);
        } finally {
            gone.countDown();
        }
    }
}
