package org.hydraworkbench.corpus;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Pairs from two files whose lines correspond. */
final class MosesReader implements BitextReader {

    private final TextLines source;
    private final TextLines target;
    private final boolean skipBadLines;
    private final BadLines badLines = new BadLines();

    MosesReader(TextLines source, TextLines target, boolean skipBadLines) {
        this.source = source;
        this.target = target;
        this.skipBadLines = skipBadLines;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        while (true) {
            TextLines.Taken left = source.take();
            TextLines.Taken right = target.take();
            if (left == null && right == null) {
                return null;
            }
            if (left == null || right == null) {
                throw differentLengths(left == null ? target : source, left == null);
            }
            String wrong = skipBadLines ? wrong(left, right) : null;
            if (wrong == null) {
                return new SentencePair(
                        LineBitextReader.withoutReturn(left.required()), LineBitextReader.withoutReturn(right.required()));
            }
            badLines.add(source.lineNumber(), wrong);
        }
    }

    /** Why two lines are no pair; null when they are one. */
    private static @Nullable String wrong(TextLines.Taken left, TextLines.Taken right) {
        if (left.fault() != null || right.fault() != null) {
            return left.fault() != null ? "in the source, " + left.fault() : "in the target, " + right.fault();
        }
        if (left.isBlank()) {
            return right.isBlank() ? "both lines are empty" : "the source line is empty";
        }
        return right.isBlank() ? "the target line is empty" : null;
    }

    private InputException differentLengths(TextLines longer, boolean sourceEnded) throws HydraException {
        long count = longer.lineNumber();
        while (longer.take() != null) {
            count = longer.lineNumber();
        }
        long sourceLines = sourceEnded ? source.lineNumber() : count;
        long targetLines = sourceEnded ? count : target.lineNumber();
        return new InputException("The two files do not correspond: " + source.path() + " has "
                + sourceLines + " lines, " + target.path() + " has " + targetLines + ".");
    }

    @Override
    public List<String> notes() {
        return badLines.notes();
    }

    @Override
    public String badLines() {
        return badLines.describe();
    }

    @Override
    public List<String> badLineReasons() {
        return badLines.reasons();
    }

    @Override
    public @Nullable BitextFormat format() {
        return null;
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
        return new InputException(source.path() + " and " + target.path()
                + (source.lineNumber() == 0 ? ": both files are empty" : ": there is no pair of sentences in them"));
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
