package org.hydraworkbench.corpus;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Pairs from a file with a pair a line, and free-standing bars between its sides. */
final class LineBitextReader implements BitextReader {

    private static final String BARS = "|||";

    private final TextLines lines;
    private final boolean skipBadLines;
    private final BadLines badLines = new BadLines();

    /** Takes lines of which nothing was read away; closing this closes them. */
    LineBitextReader(TextLines lines, boolean skipBadLines) {
        this.lines = lines;
        this.skipBadLines = skipBadLines;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        for (TextLines.Taken line = lines.take(); line != null; line = lines.take()) {
            String wrong = wrong(line);
            if (wrong == null) {
                return pair(withoutReturn(line.text()));
            }
            if (!skipBadLines) {
                throw InputException.at(lines.path(), lines.lineNumber(), wrong);
            }
            badLines.add(lines.lineNumber(), wrong);
        }
        return null;
    }

    /** Why a line is no pair; null when it is one. */
    private static @Nullable String wrong(TextLines.Taken line) {
        if (line.fault() != null) {
            return line.fault();
        }
        int bars = freeBars(line.text(), 0);
        if (bars < 0) {
            return "there is no ||| between source and target in this line, or it touches a word";
        }
        return freeBars(line.text(), bars + BARS.length()) >= 0 ? "there is more than one ||| in this line" : null;
    }

    private static SentencePair pair(String line) {
        int bars = freeBars(line, 0);
        return new SentencePair(
                line.substring(0, bars).strip(), line.substring(bars + BARS.length()).strip());
    }

    @Override
    public String badLines() {
        return badLines.describe();
    }

    @Override
    public List<String> badLineReasons() {
        return badLines.reasons();
    }

    /** Files from Windows end lines with CR LF; the return belongs to the line end, not to the sentence. */
    static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
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
        return BitextFormat.BARS;
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
        return badLines.notes();
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
