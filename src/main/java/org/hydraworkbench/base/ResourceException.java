package org.hydraworkbench.base;

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

    /** {@code file: reason}. */
    public static ResourceException in(java.nio.file.Path file, String what, @Nullable Throwable cause) {
        return new ResourceException(file + ": " + what, cause);
    }
}
