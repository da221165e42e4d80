package org.hydraworkbench.base;

/** The person cancelled; nothing is wrong and nothing half-done was left behind. */
public final class CancelledException extends HydraException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled.", null);
    }
}
