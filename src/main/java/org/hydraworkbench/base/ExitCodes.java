package org.hydraworkbench.base;

import java.util.Optional;

/** What a process ends with: the kinds of errors as numbers, both ways. */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int UNEXPECTED = 1;
    public static final int USAGE = 2;
    public static final int INPUT = 3;
    public static final int RESOURCE = 4;
    /** A number of its own: whoever reads 2 or 3 mends the request or a file, and here neither is wrong. */
    public static final int STATE = 5;
    public static final int CANCELLED = 130;

    private ExitCodes() {}

    public static int of(HydraException error) {
        return switch (error) {
            case UsageException _ -> USAGE;
            case InputException _ -> INPUT;
            case ResourceException _ -> RESOURCE;
            case StateException _ -> STATE;
            case CancelledException _ -> CANCELLED;
        };
    }

    /** The error that a process of ours ended with; none for any other code, which means that it was killed or crashed. */
    public static Optional<HydraException> error(int code, String sentence) {
        return Optional.ofNullable(switch (code) {
            case USAGE -> new UsageException(sentence);
            case INPUT -> new InputException(sentence);
            case RESOURCE -> new ResourceException(sentence);
            case STATE -> new StateException(sentence);
            case CANCELLED -> new CancelledException();
            default -> null;
        });
    }
}
