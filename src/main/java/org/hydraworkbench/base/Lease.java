package org.hydraworkbench.base;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The right to use a {@link Shared} thing, which stays open until this is closed. Belongs to whoever acquired it.
 *
 * @param <T> what is shared
 */
public final class Lease<T extends AutoCloseable> implements AutoCloseable {

    private final Shared<T> owner;
    private final T thing;
    private final AtomicBoolean over = new AtomicBoolean();

    Lease(Shared<T> owner, T thing) {
        this.owner = owner;
        this.thing = thing;
    }

    /** The thing; not to be kept longer than the lease, and not to be closed. */
    public T get() {
        if (over.get()) {
            throw new IllegalStateException("the lease is over");
        }
        return thing;
    }

    /** Lets go; the last lease of an owner that was closed closes the thing. Does nothing the second time. */
    @Override
    public void close() throws HydraException {
        if (over.compareAndSet(false, true)) {
            owner.release();
        }
    }
}
