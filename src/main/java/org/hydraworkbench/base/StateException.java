package org.hydraworkbench.base;

import org.jspecify.annotations.Nullable;

/**
 * The work cannot go on from where it has come to: what it uses was closed meanwhile. Neither the request nor a file
 * is at fault, and nothing is lacking.
 */
public final class StateException extends HydraException {

    private static final long serialVersionUID = 1L;

    public StateException(String message) {
        super(message, null);
    }

    public StateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
