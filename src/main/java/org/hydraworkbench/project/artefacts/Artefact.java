package org.hydraworkbench.project.artefacts;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Something a job made, which never changes, with where it came from.
 *
 * @param id its id in the project; grows with time
 * @param kind what it is
 * @param role which of its kind: {@code source} or {@code target} for tokenizers, else empty
 * @param name what a person calls it
 * @param created when
 * @param author who had it made
 * @param optionsJson the options of the job, as a JSON object
 * @param seed what random numbers began with, 0 when there were none
 * @param programVersion the version that made it
 * @param editRevision the state of the edits that it saw
 * @param folder where its files lie
 * @param hash of all its files
 * @param summaryJson what to tell about it, as a JSON object
 * @param inputs what it was made from
 */
public record Artefact(
        long id,
        ArtefactKind kind,
        String role,
        String name,
        Instant created,
        String author,
        String optionsJson,
        long seed,
        String programVersion,
        long editRevision,
        Path folder,
        String hash,
        String summaryJson,
        List<ArtefactInput> inputs) {

    public Artefact {
        inputs = List.copyOf(inputs);
    }

    /** Whether training made it, and not assembling or transferring. */
    public boolean isTuned() {
        return JsonParser.parseString(optionsJson).getAsJsonObject().has("plan");
    }

    /** A file of it. */
    public Path file(String relative) {
        return folder.resolve(relative);
    }
}
