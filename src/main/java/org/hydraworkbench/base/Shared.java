package org.hydraworkbench.base;

public final class Shared<T extends AutoCloseable> {
    private final T thing;
    public Shared(String name, T thing) { this.thing = thing; }
    public synchronized Lease<T> acquire() throws StateException { return new Lease<>(thing); }
    public void close() throws HydraException { try { thing.close(); } catch (HydraException e) { throw e; } catch (Exception e) { throw new IllegalStateException(e); } }
}
