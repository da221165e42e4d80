package org.hydraworkbench.base;

import java.nio.file.NoSuchFileException;
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

    /**
     * {@code file: what (reason)}, for example {@code /a: cannot be read (permission denied)}; the reason is the cause's, in words. Of
     * a file that is not there only that is said.
     */
    public static InputException in(Path file, String what, Throwable cause) {
        boolean missing = cause instanceof NoSuchFileException absent && file.toString().equals(absent.getFile());
        String reason = Reasons.of(cause);
        return new InputException(file + ": " + (missing ? reason : what + " (" + reason + ")"), cause);
    }

    /** {@code file:line: reason}; lines count from 1. */
    public static InputException at(Path file, long line, String reason) {
        return new InputException(file + ":" + line + ": " + reason);
    }

    /** {@code file:line: what (reason)}; the reason is the cause's, in words. */
    public static InputException at(Path file, long line, String what, Throwable cause) {
        return new InputException(file + ":" + line + ": " + what + " (" + Reasons.of(cause) + ")", cause);
    }
}
