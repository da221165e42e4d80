package org.hydraworkbench.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file or value that was given cannot be used: missing, malformed, inconsistent. The message names file, line and reason. */
public final class InputException extends HydraException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message, null);
    }

    public InputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@code file: reason}. */
    public static InputException in(Path file, String reason) {
        return new InputException(file + ": " + reason);
    }

    /** {@code file: reason}, with a cause for the log. */
    public static InputException in(Path file, String reason, @Nullable Throwable cause) {
        return new InputException(file + ": " + reason, cause);
    }

    /** {@code file:line: reason}; lines count from 1. */
    public static InputException at(Path file, long line, String reason) {
        return new InputException(file + ":" + line + ": " + reason);
    }
}
