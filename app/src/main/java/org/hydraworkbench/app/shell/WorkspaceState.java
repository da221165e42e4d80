package org.hydraworkbench.app.shell;

/**
 * How far a step is, with the reason as a sentence for a person.
 *
 * @param kind the state
 * @param reason why, for example which input changed; may be empty
 */
public record WorkspaceState(Kind kind, String reason) {

    /** The states a step can be in. */
    public enum Kind {
        /** Something that it needs is not there yet. */
        EMPTY,
        /** All it needs is there; the work is not done. */
        READY,
        /** A job of this step is running. */
        RUNNING,
        /** Its result is there and made from what is current. */
        DONE,
        /** Its result was made from something that has changed since. */
        STALE
    }

    public static WorkspaceState empty(String reason) {
        return new WorkspaceState(Kind.EMPTY, reason);
    }

    public static WorkspaceState ready(String reason) {
        return new WorkspaceState(Kind.READY, reason);
    }

    public static WorkspaceState running(String reason) {
        return new WorkspaceState(Kind.RUNNING, reason);
    }

    public static WorkspaceState done(String reason) {
        return new WorkspaceState(Kind.DONE, reason);
    }

    public static WorkspaceState stale(String reason) {
        return new WorkspaceState(Kind.STALE, reason);
    }
}
