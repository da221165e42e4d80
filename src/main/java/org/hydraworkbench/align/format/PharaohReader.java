package org.hydraworkbench.align.format;

import java.nio.file.Path;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.TextLines;
import org.jspecify.annotations.Nullable;

/** Reads {@link Pharaoh} lines in all their dialects; line N belongs to pair N. */
final class PharaohReader implements LinkReader {

    private final TextLines lines;
    private final LinkFormat format;
    private final int first;
    private boolean named;

    /** @param first what units are counted from, 0 or 1 */
    PharaohReader(TextLines lines, LinkFormat format, int first) {
        this.lines = lines;
        this.format = format;
        this.first = first;
    }

    @Override
    public LinkFormat format() {
        return format;
    }

    @Override
    public @Nullable Alignment next(int sources, int targets) throws HydraException {
        String line = lines.next();
        named = line != null;
        return line == null ? null : Pharaoh.parse(line, sources, targets, first, lines.path(), lines.lineNumber());
    }

    @Override
    public boolean named() {
        return named;
    }

    @Override
    public Path path() {
        return lines.path();
    }

    @Override
    public long lineNumber() {
        return lines.lineNumber();
    }

    @Override
    public void close() throws HydraException {
        lines.close();
    }
}
