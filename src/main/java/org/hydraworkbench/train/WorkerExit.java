package org.hydraworkbench.train;

import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.base.UsageException;

/** The kinds of errors as exit codes of a {@link TrainWorker}, both ways. */
final class WorkerExit {

    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int RESOURCE = 4;
    private static final int USAGE = 2;
    private static final int INPUT = 3;
    private static final int STATE = 5;
    private static final int CANCELLED = 130;

    private WorkerExit() {}

    static int code(HydraException error) {
        return switch (error) {
            case UsageException _ -> USAGE;
            case InputException _ -> INPUT;
            case ResourceException _ -> RESOURCE;
            case StateException _ -> STATE;
            case CancelledException _ -> CANCELLED;
        };
    }

    /** The error that a worker ended with; anything but an exit code of ours means that it was killed or crashed. */
    static HydraException error(int code, String sentence) {
        return switch (code) {
            case USAGE -> new UsageException(sentence);
            case INPUT -> new InputException(sentence);
            case RESOURCE -> new ResourceException(sentence);
            case STATE -> new StateException(sentence);
            case CANCELLED -> new CancelledException();
            default -> new ResourceException("The training process ended unexpectedly (code " + code
                    + "), perhaps for want of memory; it can be resumed from its last checkpoint. Its last words: " + sentence);
        };
    }
}
