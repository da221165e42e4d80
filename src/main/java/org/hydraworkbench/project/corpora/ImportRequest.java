package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and as what.
 *
 * @param name what to call the corpus
 * @param source the file, or the source side of two files whose lines correspond
 * @param target the target side of two such files, or null for a file that holds both
 * @param swapped whether the left side of the file is in the project's target language
 * @param purpose what the pairs are for
 * @param licence licence and attribution; may be empty
 * @param origin where the text comes from, when that is not simply the files' names; may be empty
 */
public record ImportRequest(
        String name,
        Path source,
        @Nullable Path target,
        boolean swapped,
        CorpusPurpose purpose,
        String licence,
        String origin) {

    /** A file with both sides, source on the left, for training, called by its name. */
    public static ImportRequest of(Path file) {
        return new ImportRequest(
                file.getFileName().toString(), file, null, false, CorpusPurpose.TRAINING, "", "");
    }

    /** Two files whose lines correspond, for training, called by the source's name. */
    public static ImportRequest ofTwo(Path source, Path target) {
        return new ImportRequest(
                source.getFileName().toString(), source, target, false, CorpusPurpose.TRAINING, "", "");
    }

    public ImportRequest withName(String value) {
        return new ImportRequest(value, source, target, swapped, purpose, licence, origin);
    }

    public ImportRequest withSwapped(boolean value) {
        return new ImportRequest(name, source, target, value, purpose, licence, origin);
    }

    public ImportRequest withPurpose(CorpusPurpose value) {
        return new ImportRequest(name, source, target, swapped, value, licence, origin);
    }

    public ImportRequest withLicence(String value) {
        return new ImportRequest(name, source, target, swapped, purpose, value, origin);
    }

    public ImportRequest withOrigin(String value) {
        return new ImportRequest(name, source, target, swapped, purpose, licence, value);
    }
}
