package org.hydraworkbench.cli;

import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;
import picocli.CommandLine;

/** What the process ends with. */
final class ExitCodes {

    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int INPUT = 3;
    static final int RESOURCE = 4;
    /** A number of its own: whoever reads 2 or 3 mends the request or a file, and here neither is wrong. */
    static final int STATE = 5;
    static final int CANCELLED = 130;

    private ExitCodes() {}

    static int of(Throwable error) {
        return switch (error) {
            case HydraException e -> of(e);
            case CommandLine.ParameterException e -> USAGE;
            default -> UNEXPECTED;
        };
    }

    private static int of(HydraException error) {
        return switch (error) {
            case UsageException e -> USAGE;
            case InputException e -> INPUT;
            case ResourceException e -> RESOURCE;
            case StateException e -> STATE;
            case CancelledException e -> CANCELLED;
        };
    }
}
