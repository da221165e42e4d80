package org.hydraworkbench.base;

import org.jspecify.annotations.Nullable;

/** The request itself makes no sense: options that exclude each other, a value out of range. */
public final class UsageException extends HydraException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message, null);
    }

    public UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
