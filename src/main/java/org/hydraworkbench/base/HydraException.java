package org.hydraworkbench.base;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong that a person can understand. The message is a whole sentence for that person: what happened, to
 * which file and line, and what to do; the cause is for the log. Caught once, at the edge (command line or window).
 */
public abstract sealed class HydraException extends Exception
        permits InputException, UsageException, ResourceException, StateException, CancelledException {

    private static final long serialVersionUID = 1L;

    HydraException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
