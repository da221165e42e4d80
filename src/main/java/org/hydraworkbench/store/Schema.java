package org.hydraworkbench.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a kind of file holds: the mark that tells it from other SQLite files, and the scripts that make it. Script N, the
 * class-path resource {@code schema/00N.sql} beside {@code owner}, takes a file from version N−1 to version N.
 *
 * @param applicationId the number in the file's header ({@code PRAGMA application_id})
 * @param kind what a person calls such a file, for example {@code Hydra Workbench project}
 * @param owner the class beside whose folder the scripts lie
 * @param version the present version, the number of the last script
 */
public record Schema(int applicationId, String kind, Class<?> owner, int version) {

    /** The script that leads to version {@code number}. */
    String script(int number) {
        String name = "schema/%03d.sql".formatted(number);
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
