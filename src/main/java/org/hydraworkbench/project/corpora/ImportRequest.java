package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and as what.
 *
 * @param name what to call the corpus
 * @param source the file, or the source side of two files whose lines correspond
 * @param target the target side of two such files, or null for a file that holds both
 * @param swapped whether the left side of the file is in the project's target language; not asked where the file names its languages
 * @param role what the pairs are for
 * @param holdOut how many source sentences to hold out for test, and as many for development, each as a corpus of its own; 0 for
 *     none
 * @param licence licence and attribution; may be empty
 * @param origin where the text comes from, when that is not simply the files' names; may be empty
 */
public record ImportRequest(
        String name,
        Path source,
        @Nullable Path target,
        boolean swapped,
        CorpusRole role,
        int holdOut,
        String licence,
        String origin) {

    public ImportRequest {
        if (holdOut < 0) {
            throw new IllegalArgumentException("hold out " + holdOut);
        }
    }

    /** A file with both sides, source on the left, for training, called by its name. */
    public static ImportRequest of(Path file) {
        return new ImportRequest(String.valueOf(file.getFileName()), file, null, false, CorpusRole.TRAINING, 0, "", "");
    }

    /** Two files whose lines correspond, for training, called by the source's name. */
    public static ImportRequest ofTwo(Path source, Path target) {
        return new ImportRequest(String.valueOf(source.getFileName()), source, target, false, CorpusRole.TRAINING, 0, "", "");
    }

    public ImportRequest withName(String value) {
        return new ImportRequest(value, source, target, swapped, role, holdOut, licence, origin);
    }

    public ImportRequest withSwapped(boolean value) {
        return new ImportRequest(name, source, target, value, role, holdOut, licence, origin);
    }

    public ImportRequest withRole(CorpusRole value) {
        return new ImportRequest(name, source, target, swapped, value, holdOut, licence, origin);
    }

    public ImportRequest withHoldOut(int value) {
        return new ImportRequest(name, source, target, swapped, role, value, licence, origin);
    }

    public ImportRequest withLicence(String value) {
        return new ImportRequest(name, source, target, swapped, role, holdOut, value, origin);
    }

    public ImportRequest withOrigin(String value) {
        return new ImportRequest(name, source, target, swapped, role, holdOut, licence, value);
    }
}
