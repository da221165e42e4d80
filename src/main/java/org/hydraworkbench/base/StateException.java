package org.hydraworkbench.base;

/** Something is no longer, or not yet, in a state in which it could do what was asked. */
public final class StateException extends HydraException {
    private static final long serialVersionUID = 1;
    public StateException(String message) { super(message, null); }
}
