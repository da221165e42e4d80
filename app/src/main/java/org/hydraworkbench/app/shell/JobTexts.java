package org.hydraworkbench.app.shell;

import java.time.Duration;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** How a job stands, in words. */
public final class JobTexts {

    private JobTexts() {}

    /** What it does and how long it will take; of one that ended, how, and how long it took or why. */
    public static String standing(JobRun<?> run) {
        String state = Texts.get("jobs.state." + run.state().name().toLowerCase(Locale.ROOT));
        return switch (run.state()) {
            case WAITING -> state;
            case RUNNING -> joined(
                    run.messageProperty().get().isEmpty() ? state : run.messageProperty().get(),
                    timeLeft(run.timeLeftProperty().get()));
            case DONE, CANCELLED -> joined(state, duration(run.elapsed()));
            case FAILED -> joined(state, reason(run.failure()));
        };
    }

    private static String reason(@Nullable HydraException failure) {
        return failure == null ? "" : failure.getMessage();
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + " · " + second;
    }

    /** How long a run will take; a dash while that is not known. */
    public static String left(JobRun<?> run) {
        Duration left = run.timeLeftProperty().get();
        return left == null ? "–" : duration(left);
    }

    private static String timeLeft(@Nullable Duration left) {
        return left == null ? "" : Texts.format("jobs.left", duration(left));
    }

    /** For a person: {@code 8 s}, {@code 2 min 5 s}, {@code 1 h 20 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return Texts.format("duration.seconds", seconds);
        }
        if (seconds < 3600) {
            return Texts.format("duration.minutes", seconds / 60, seconds % 60);
        }
        return Texts.format("duration.hours", seconds / 3600, seconds % 3600 / 60);
    }
}
