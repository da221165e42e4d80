package org.hydraworkbench.corpus;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of a bilingual text once, from first to last. Used by one thread. */
public interface BitextReader extends AutoCloseable {

    /**
     * The next pair, or null at the end.
     *
     * @throws InputException naming file and line when the file cannot be read on
     */
    @Nullable SentencePair next() throws HydraException;

    /** The form of the file; null for two files. */
    @Nullable BitextFormat format();

    /** How many bytes of the file, as it lies on disk (compressed, if it is), were read so far. */
    long bytesRead();

    /** How many bytes there are, in the same measure as {@link #bytesRead()}. */
    long bytesTotal();

    /** What a person should know of what was read so far: what was passed over, and why; a sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** Which lines were left out so far because they are no pairs, or have an empty side, a sentence; empty when there are none. */
    default String badLines() {
        return "";
    }

    /** Why they are no pairs: the first twenty with their lines, and where there are more, how many for each reason. */
    default List<String> badLineReasons() {
        return List.of();
    }

    /** The beginning of the table that the text is; null when it is none. */
    default @Nullable TableSample sample() {
        return null;
    }

    /** The error to throw where the text was read to its end and had no pair: names the file and what is in it instead. */
    InputException nothing();

    /** Whether the form of the text names its languages, so that they can be chosen; those of TMX and of a zip do. */
    default boolean namesLanguages() {
        return false;
    }

    /** The tags of the languages of the two sides, as far as they are known by now; none where the form names no languages. */
    default List<String> languages() {
        return List.of();
    }

    /** The tags of all languages that were met so far, in their order; none where the form names no languages. */
    default List<String> allLanguages() {
        return List.of();
    }

    @Override
    void close() throws HydraException;
}
