package org.hydraworkbench.train;

/**
 * Ends a run early and keeps what it has learnt: the step that is being done is finished, then the model is written as if the
 * run had been so long. (Cancelling, through {@link org.hydraworkbench.base.Progress}, leaves a checkpoint and no model.) Any
 * thread may call.
 */
public final class Stop {

    private volatile boolean kept;

    /** Asks for the end. */
    public void keep() {
        kept = true;
    }

    boolean isKept() {
        return kept;
    }
}
