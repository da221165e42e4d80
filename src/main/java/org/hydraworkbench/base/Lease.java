package org.hydraworkbench.base;

public final class Lease<T> implements AutoCloseable {
    private final T thing;
    Lease(T thing) { this.thing = thing; }
    public T get() { return thing; }
    @Override public void close() throws HydraException {}
}
