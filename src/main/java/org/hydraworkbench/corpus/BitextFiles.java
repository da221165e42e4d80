package org.hydraworkbench.corpus;

import java.nio.file.Path;
import org.hydraworkbench.base.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A bilingual text as a person names it: its files, and what of them is meant. {@link Bitexts#open} reads it.
 *
 * @param source the file that holds both languages, or the source side of two files whose lines correspond
 * @param target the target side of two such files, or null
 * @param from tag of the source language, where the file names its languages and has others too; null leaves it to the file
 * @param to the same for the target language
 * @param lines how its lines are read
 */
public record BitextFiles(
        Path source, @Nullable Path target, @Nullable String from, @Nullable String to, LineOptions lines) {

    /** A file that holds both languages. */
    public static BitextFiles of(Path file) {
        return of(file, null);
    }

    /** Two files whose lines correspond; with null for the second, one file that holds both languages. */
    public static BitextFiles of(Path source, @Nullable Path target) {
        return new BitextFiles(source, target, null, null, LineOptions.defaults());
    }

    /** The error to throw where languages are chosen of a text that names none. */
    public UsageException noLanguages() {
        return new UsageException(source + " names no languages, so none can be chosen; a TMX file or a zip of OPUS does.");
    }

    /** The same with languages, of which null leaves one to the file. */
    public BitextFiles withLanguages(@Nullable String source, @Nullable String target) {
        return new BitextFiles(this.source, this.target, source, target, lines);
    }

    /** The same, its lines read in another way. */
    public BitextFiles withLines(LineOptions value) {
        return new BitextFiles(source, target, from, to, value);
    }

    /** The same, but lines that are no pairs are left out, or not. */
    public BitextFiles withSkipBadLines(boolean value) {
        return withLines(lines.withSkipBadLines(value));
    }
}
