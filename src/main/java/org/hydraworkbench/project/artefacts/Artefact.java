package org.hydraworkbench.project.artefacts;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.Json;

/**
 * Something a job made, which never changes, with where it came from.
 *
 * @param id its id in the project; grows with time
 * @param slot what it is, and for which languages
 * @param operation the id of the operation that made it
 * @param name what a person calls it
 * @param created when
 * @param author who had it made
 * @param settingsJson the settings of the operation, as a JSON object
 * @param seed what random numbers began with, 0 when there were none
 * @param programVersion the version that made it
 * @param folder where its files lie
 * @param hash of all its files
 * @param summaryJson what to tell about it, as a JSON object
 * @param inputs what it was made from
 */
public record Artefact(
        long id,
        Slot slot,
        String operation,
        String name,
        Instant created,
        String author,
        String settingsJson,
        long seed,
        String programVersion,
        Path folder,
        String hash,
        String summaryJson,
        List<ArtefactInput> inputs) {

    public Artefact {
        inputs = List.copyOf(inputs);
    }

    public ArtefactKind kind() {
        return slot.kind();
    }

    /** What is told about it. */
    public JsonObject summary() {
        return Json.own(summaryJson);
    }

    /** What it was made from under a name of its operation, if that was recorded. */
    public Optional<ArtefactInput> input(String use) {
        return inputs.stream().filter(input -> input.use().equals(use)).findFirst();
    }

    /** A file of it. */
    public Path file(String relative) {
        return folder.resolve(relative);
    }
}
