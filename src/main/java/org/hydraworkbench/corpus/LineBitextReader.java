package org.hydraworkbench.corpus;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Pairs from a file with a pair a line: tab-separated, or with free-standing bars. */
final class LineBitextReader implements BitextReader {

    private static final String BARS = "|||";

    private final TextLines lines;
    private final BitextFormat format;
    private final TsvColumns columns;
    private final boolean skipBadLines;
    private final BadLines badLines = new BadLines();
    private boolean furtherColumns;

    /** Takes lines of which nothing was read away; closing this closes them. */
    LineBitextReader(TextLines lines, BitextFormat format, boolean skipBadLines) throws HydraException {
        this.lines = lines;
        this.format = format;
        this.skipBadLines = skipBadLines;
        this.columns = TsvColumns.of(format == BitextFormat.TSV ? lines.peek(TsvColumns.LOOKED_AT) : List.of(), lines.path());
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        for (TextLines.Taken line = lines.take(); line != null; line = lines.take()) {
            try {
                String text = withoutReturn(line.required());
                return format == BitextFormat.TSV ? tabSeparated(text) : barred(text);
            } catch (InputException e) {
                if (!skipBadLines) {
                    throw e;
                }
                badLines.add(lines.lineNumber());
            }
        }
        return null;
    }

    @Override
    public String badLines() {
        return badLines.describe();
    }

    /** Files from Windows end lines with CR LF; the return belongs to the line end, not to the sentence. */
    static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private SentencePair tabSeparated(String line) throws InputException {
        int here = TsvColumns.columns(line);
        if (here < columns.least()) {
            throw InputException.at(
                    lines.path(),
                    lines.lineNumber(),
                    columns.areBehindIds()
                            ? "there are " + here + " columns in this line; before it there were a number, a sentence, a number, a sentence"
                            : "there is no tab between source and target in this line");
        }
        furtherColumns |= here > columns.least();
        return new SentencePair(TsvColumns.cell(line, columns.source()), TsvColumns.cell(line, columns.target()));
    }

    private SentencePair barred(String line) throws InputException {
        int bars = freeBars(line, 0);
        if (bars < 0) {
            throw InputException.at(
                    lines.path(),
                    lines.lineNumber(),
                    "there is no ||| between source and target in this line, or it touches a word");
        }
        if (freeBars(line, bars + BARS.length()) >= 0) {
            throw InputException.at(lines.path(), lines.lineNumber(), "there is more than one ||| in this line");
        }
        return new SentencePair(
                line.substring(0, bars).strip(), line.substring(bars + BARS.length()).strip());
    }

    /** Where bars that touch nothing but spaces begin, at or after {@code from}; −1 when nowhere. */
    static int freeBars(String line, int from) {
        for (int at = line.indexOf(BARS, from); at >= 0; at = line.indexOf(BARS, at + 1)) {
            int after = at + BARS.length();
            boolean freeLeft = at == 0 || Character.isWhitespace(line.charAt(at - 1));
            boolean freeRight = after == line.length() || Character.isWhitespace(line.charAt(after));
            if (freeLeft && freeRight) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public BitextFormat format() {
        return format;
    }

    @Override
    public long bytesRead() {
        return lines.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return lines.bytesTotal();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(badLines.notes());
        if (columns.areBehindIds()) {
            notes.add("Columns 1 and 3 hold numbers; the sentences are read from columns 2 and 4.");
        }
        if (furtherColumns) {
            notes.add("There are lines with more than " + (columns.areBehindIds() ? "four" : "two")
                    + " columns; what stands behind the translation is not read.");
        }
        return notes;
    }

    @Override
    public InputException nothing() {
        return InputException.in(lines.path(), lines.lineNumber() == 0 ? "is empty" : "there is no pair of sentences in it");
    }

    @Override
    public void close() throws HydraException {
        lines.close();
    }
}
