package org.hydraworkbench.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The machine ran out of something, memory or disk, or a device failed while writing. */
public final class ResourceException extends HydraException {

    private static final long serialVersionUID = 1L;

    public ResourceException(String message) {
        super(message, null);
    }

    public ResourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** {@code file: what (reason)}, for example {@code /a: cannot be written (permission denied)}; the reason is the cause's, in words. */
    public static ResourceException in(Path file, String what, Throwable cause) {
        return new ResourceException(file + ": " + what + " (" + Reasons.of(cause) + ")", cause);
    }
}
