package org.hydraworkbench.corpus;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180). The separator is told by the first lines. A line end within a cell becomes a space, since a
 * sentence has none.
 */
final class CsvRows implements TableRows {

    /** How many lines tell the separator. */
    private static final int LOOKED_AT = 50;

    /** A quotation mark that is never closed must not take the whole file into memory. */
    private static final int LONGEST_ROW = 1 << 26;

    private final TextLines lines;
    private final CsvSeparator separator;
    private final long before; // lines before the first row
    private final Characters characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long inner;

    /** Takes lines of which nothing was read away; closing this closes them. */
    CsvRows(TextLines lines) throws HydraException {
        this.lines = lines;
        List<TextLines.Line> first = lines.peek(LOOKED_AT);
        CsvSeparator said = first.isEmpty() ? null : CsvSeparator.said(first.getFirst().text()).orElse(null);
        if (said != null) {
            while (lines.lineNumber() < first.getFirst().number()) {
                lines.take();
            }
        }
        this.separator = said == null ? found(first) : said;
        this.before = lines.lineNumber();
        this.characters = new Characters(lines);
        try {
            this.parser = new CSVParser(characters, separator.format());
        } catch (IOException e) {
            throw InputException.in(lines.path(), "cannot be read", e);
        }
        this.records = parser.iterator();
    }

    private CsvSeparator found(List<TextLines.Line> first) throws HydraException {
        if (first.isEmpty()) {
            TextLines.Line text = lines.peek();
            first = text == null ? List.of() : List.of(text);
        }
        if (first.isEmpty()) {
            return CsvSeparator.COMMA; // an empty file has no rows with any
        }
        long line = first.getFirst().number();
        return CsvSeparator.find(first).orElseThrow(() -> InputException.at(
                lines.path(), line, "no comma, semicolon or tab stands between two columns, here and in the lines that follow"));
    }

    @Override
    public @Nullable TableRow next() throws HydraException {
        long line = before + parser.getCurrentLineNumber() + 1;
        characters.beginRow();
        try {
            if (!records.hasNext()) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            for (String cell : records.next()) {
                cells.add(inOneLine(cell));
            }
            return new TableRow(line, cells, null);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw broken(line, e);
        }
    }

    private InputException broken(long line, RuntimeException e) {
        HydraException fault = characters.fault;
        if (fault instanceof InputException known) {
            return known;
        }
        if (characters.tooLong || characters.ended) {
            return new InputException(lines.path() + ":" + line + ": a quotation mark that opens a cell in the row that begins here is"
                    + " not closed" + (characters.tooLong ? String.format(Locale.ROOT, " within %,d characters", LONGEST_ROW) : ""), e);
        }
        return new InputException(lines.path() + ":" + (before + parser.getCurrentLineNumber()) + ": behind the closing quotation mark"
                + " of a cell stands neither a " + separator.title() + " nor the end of the line; a quotation mark within a cell must be"
                + " doubled", e);
    }

    private String inOneLine(String cell) {
        if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
            return cell;
        }
        inner++;
        return cell.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    public BitextFormat format() {
        return BitextFormat.CSV;
    }

    @Override
    public String separator() {
        return separator.title();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("A " + separator.title() + " stands between the columns.");
        if (inner > 0) {
            notes.add(inner == 1
                    ? "One cell has line ends in it, which are read as spaces."
                    : String.format(Locale.ROOT, "%,d cells have line ends in them, which are read as spaces.", inner));
        }
        return notes;
    }

    @Override
    public TextLines lines() {
        return lines;
    }

    /** The characters of the lines, as the parser asks for them. */
    private static final class Characters extends Reader {

        private final TextLines lines;
        private String line = "";
        private int at;
        private long row; // characters since the row began
        private boolean ended;
        private boolean tooLong;
        private @Nullable HydraException fault;

        Characters(TextLines lines) {
            this.lines = lines;
        }

        void beginRow() {
            row = 0;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (at == line.length() && !advance()) {
                return -1;
            }
            int n = Math.min(length, line.length() - at);
            line.getChars(at, at + n, into, offset);
            at += n;
            row += n;
            return n;
        }

        private boolean advance() throws IOException {
            tooLong = row > LONGEST_ROW;
            if (tooLong) {
                throw new IOException("row too long");
            }
            try {
                String next = lines.next();
                ended = next == null;
                line = ended ? "" : next + "\n";
                at = 0;
            } catch (HydraException e) {
                fault = e;
                throw new IOException(e);
            }
            return !ended;
        }

        @Override
        public void close() {
            // the lines are closed by who has them
        }
    }
}
