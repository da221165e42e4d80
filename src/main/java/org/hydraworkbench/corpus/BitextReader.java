package org.hydraworkbench.corpus;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** Reads the pairs of a bilingual file once, from first to last. Used by one thread. */
public interface BitextReader extends AutoCloseable {

    /**
     * The next pair, or null at the end.
     *
     * @throws org.hydraworkbench.base.InputException naming file and line when the file cannot be read on
     */
    @Nullable SentencePair next() throws HydraException;

    /** How many bytes of the file, as it lies on disk (compressed, if it is), were read so far. */
    long bytesRead();

    /** How many bytes there are, in the same measure as {@link #bytesRead()}. */
    long bytesTotal();

    /** How many entries were passed over because they lack one of the two languages; only TMX has such. */
    default long skipped() {
        return 0;
    }

    /** The tags by which the file itself calls the languages of the two sides; none where its form names no languages, as only TMX does. */
    default List<String> languages() {
        return List.of();
    }

    /** Whether lines read so far had more columns than two; the further ones are not read. */
    default boolean hasFurtherColumns() {
        return false;
    }

    @Override
    void close() throws HydraException;
}
