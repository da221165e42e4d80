package org.hydraworkbench.align.format;

import java.nio.file.Path;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.TextLines;
import org.jspecify.annotations.Nullable;

/** Reads the links of a file once, pair by pair, from first to last. Used by one thread. */
public sealed interface LinkReader extends AutoCloseable permits PharaohReader, NaaclReader, GizaReader {

    /** The length of a side that nobody knows; no index is beyond it. */
    int UNKNOWN = Integer.MAX_VALUE;

    /**
     * Opens a file, plain or gzip, before its first pair. It is opened once, so it may be a pipe.
     *
     * @param format its format, or null to tell it by the content
     */
    static LinkReader open(Path file, @Nullable LinkFormat format) throws HydraException {
        return open(file, format, 0);
    }

    /** The same for a file whose units are counted from {@code first} where its format usually counts from 0. */
    static LinkReader open(Path file, @Nullable LinkFormat format, int first) throws HydraException {
        TextLines lines = TextLines.open(file);
        try {
            return (format == null ? LinkFormat.guess(lines) : format).reader(lines, first);
        } catch (HydraException e) {
            lines.close();
            throw e;
        }
    }

    /** The format that is read; where the dialects of {@link LinkFormat#PHARAOH} were told by the content, that one. */
    LinkFormat format();

    /**
     * The links of the next pair, or null after the last one of the file.
     *
     * @param sources number of source units of that pair, or {@link #UNKNOWN}
     * @param targets number of target units of that pair, or {@link #UNKNOWN}
     * @throws org.hydraworkbench.base.InputException naming file, line and pair when a line cannot be understood or an index
     *     lies beyond its side
     */
    @Nullable Alignment next(int sources, int targets) throws HydraException;

    /**
     * Whether the file says anything of the pair that {@link #next} gave last: not where pairs carry numbers and it leaves this one out.
     */
    boolean named();

    /** The file, for messages. */
    Path path();

    /** The number of the line that was read last, counted from 1; 0 before the first. */
    long lineNumber();

    @Override
    void close() throws HydraException;
}
