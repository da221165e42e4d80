package org.hydraworkbench.project.work;

import java.nio.file.Path;
import java.time.Instant;
import org.hydraworkbench.base.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A job that ran in this project, or runs now.
 *
 * @param id its id in the project; grows with time
 * @param kind what kind of job, for example {@code align}
 * @param title what it does, for a person
 * @param state how it stands
 * @param started when it began
 * @param finished when it ended; null while it runs or when the program died
 * @param message why it failed, or what it said last
 * @param optionsJson what is needed to resume it, as JSON
 * @param folder where it works inside the project's folder; empty when nowhere
 * @param artefactId what it made
 */
public record JobRecord(
        long id,
        String kind,
        String title,
        State state,
        Instant started,
        @Nullable Instant finished,
        String message,
        String optionsJson,
        String folder,
        @Nullable Long artefactId) {

    public JobRecord {
        if (!folder.isEmpty() && (folder.startsWith(".") || !Path.of(folder).equals(Path.of(folder).getFileName()))) {
            throw new IllegalArgumentException("a job works in “" + folder + "”");
        }
    }

    /** How a job stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        /** The program ended while it ran. */
        INTERRUPTED;

        static final Choice<State> CODES = Choice.of(values(), state -> switch (state) {
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case INTERRUPTED -> "interrupted";
        });

        String code() {
            return CODES.code(this);
        }
    }
}
