package org.hydraworkbench.app.shell;

import java.util.List;

/**
 * A kind of file to choose from.
 *
 * @param description what a person calls it
 * @param patterns for example {@code *.tsv}
 */
public record FileKind(String description, List<String> patterns) {

    public FileKind {
        patterns = List.copyOf(patterns);
    }

    public static FileKind of(String description, String... patterns) {
        return new FileKind(description, List.of(patterns));
    }
}
