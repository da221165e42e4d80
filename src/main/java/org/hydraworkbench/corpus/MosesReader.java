package org.hydraworkbench.corpus;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Pairs from two files whose lines correspond. */
final class MosesReader implements BitextReader {

    private final TextLines source;
    private final TextLines target;

    MosesReader(TextLines source, TextLines target) {
        this.source = source;
        this.target = target;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        String left = source.next();
        String right = target.next();
        if (left == null && right == null) {
            return null;
        }
        if (left == null || right == null) {
            TextLines longer = left == null ? target : source;
            long count = longer.lineNumber();
            while (longer.next() != null) {
                count = longer.lineNumber();
            }
            long sourceLines = left == null ? source.lineNumber() : count;
            long targetLines = left == null ? count : target.lineNumber();
            throw new InputException("The two files do not correspond: " + source.path() + " has "
                    + sourceLines + " lines, " + target.path() + " has " + targetLines + ".");
        }
        return new SentencePair(LineBitextReader.withoutReturn(left), LineBitextReader.withoutReturn(right));
    }

    @Override
    public long bytesRead() {
        return source.bytesRead() + target.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return source.bytesTotal() + target.bytesTotal();
    }

    @Override
    public InputException nothing() {
        return new InputException(source.path() + " and " + target.path() + ": both files are empty");
    }

    @Override
    public void close() throws HydraException {
        try {
            source.close();
        } finally {
            target.close();
        }
    }
}
