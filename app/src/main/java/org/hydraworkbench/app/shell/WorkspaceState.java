package org.hydraworkbench.app.shell;

import java.util.List;
import org.hydraworkbench.project.work.StepStatus;

/**
 * How far a step is, with the reason as a sentence for a person.
 *
 * @param kind the state
 * @param reason why, for example which input changed; may be empty
 * @param details all reasons, a line each, where there is more than one; else empty
 */
public record WorkspaceState(Kind kind, String reason, String details) {

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

    /** A state with one reason. */
    public static WorkspaceState of(Kind kind, String reason) {
        return new WorkspaceState(kind, reason, "");
    }

    /** A state with several reasons, or none: the first is shown, and how many more there are. */
    public static WorkspaceState of(Kind kind, List<String> reasons) {
        if (reasons.size() < 2) {
            return of(kind, String.join("", reasons));
        }
        return new WorkspaceState(
                kind, Texts.format("state.more", reasons.getFirst(), reasons.size() - 1), String.join("\n", reasons));
    }

    /** The state of one step of the guide. */
    public static WorkspaceState of(StepStatus status) {
        return switch (status.state()) {
            case WAITING -> new WorkspaceState(
                    Kind.EMPTY, status.why().stream().findFirst().orElse(""), String.join("\n", status.why()));
            case READY -> ready(GuideTexts.ready(status));
            case STALE -> of(Kind.STALE, status.why());
            case DONE -> done(GuideTexts.result(status));
        };
    }

    public static WorkspaceState empty(String reason) {
        return of(Kind.EMPTY, reason);
    }

    public static WorkspaceState ready(String reason) {
        return of(Kind.READY, reason);
    }

    public static WorkspaceState running(String reason) {
        return of(Kind.RUNNING, reason);
    }

    public static WorkspaceState done(String reason) {
        return of(Kind.DONE, reason);
    }

    /** The reason, or the name of the state where there is none. */
    public String text() {
        return reason.isEmpty() ? StateBadge.name(this) : reason;
    }
}
