package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.LineOptions;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and as what.
 *
 * @param name what to call the corpus
 * @param files the text; where it names its languages and none are chosen of them, it is read in the project's if it has these
 * @param swapped whether the left side of the text is in the project's target language; not asked where languages are chosen or the
 *     text has the project's
 * @param role what the pairs are for
 * @param holdOut how many source sentences to hold out for test, and as many for development, each as a corpus of its own; 0 for
 *     none
 * @param licence licence and attribution; may be empty
 * @param origin where the text comes from, when that is not simply the files' names; may be empty
 */
public record ImportRequest(
        String name, BitextFiles files, boolean swapped, CorpusRole role, int holdOut, String licence, String origin) {

    public ImportRequest {
        if (holdOut < 0) {
            throw new IllegalArgumentException("hold out " + holdOut);
        }
    }

    /** A text with source on the left, for training, called by its first file. */
    public static ImportRequest of(BitextFiles files) {
        return new ImportRequest(
                String.valueOf(files.source().getFileName()),
                files.withLines(files.lines().withOffered(true)), false, CorpusRole.TRAINING, 0, "", "");
    }

    /** A file with both sides. */
    public static ImportRequest of(Path file) {
        return of(BitextFiles.of(file));
    }

    /** Two files whose lines correspond. */
    public static ImportRequest ofTwo(Path source, Path target) {
        return of(BitextFiles.of(source, target));
    }

    public ImportRequest withName(String value) {
        return new ImportRequest(value, files, swapped, role, holdOut, licence, origin);
    }

    /** The same with languages chosen of those that the text names; null leaves one to the project. */
    public ImportRequest withLanguages(@Nullable String source, @Nullable String target) {
        return new ImportRequest(name, files.withLanguages(source, target), swapped, role, holdOut, licence, origin);
    }

    /** The same, its lines read in another way. */
    public ImportRequest withLines(LineOptions value) {
        return new ImportRequest(name, files.withLines(value), swapped, role, holdOut, licence, origin);
    }

    /** The same, but lines that are no pairs are left out, or not. */
    public ImportRequest withSkipBadLines(boolean value) {
        return new ImportRequest(name, files.withSkipBadLines(value), swapped, role, holdOut, licence, origin);
    }

    public ImportRequest withSwapped(boolean value) {
        return new ImportRequest(name, files, value, role, holdOut, licence, origin);
    }

    public ImportRequest withRole(CorpusRole value) {
        return new ImportRequest(name, files, swapped, value, holdOut, licence, origin);
    }

    public ImportRequest withHoldOut(int value) {
        return new ImportRequest(name, files, swapped, role, value, licence, origin);
    }

    public ImportRequest withLicence(String value) {
        return new ImportRequest(name, files, swapped, role, holdOut, value, origin);
    }

    public ImportRequest withOrigin(String value) {
        return new ImportRequest(name, files, swapped, role, holdOut, licence, value);
    }
}
