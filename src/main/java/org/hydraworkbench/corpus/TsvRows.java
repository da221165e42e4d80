package org.hydraworkbench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** A row a line, with tabs between its cells; a quotation mark is a letter like others. */
final class TsvRows implements TableRows {

    private final TextLines lines;
    private long quoted; // cells as spreadsheets write those with quotation marks
    private long unquoted; // cells with quotation marks that no spreadsheet writes so

    /** Closing this closes the lines. */
    TsvRows(TextLines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable TableRow next() throws HydraException {
        TextLines.Taken line = lines.take();
        if (line == null) {
            return null;
        }
        String fault = line.fault();
        List<String> cells = fault == null ? cells(LineBitextReader.withoutReturn(line.text())) : List.of();
        cells.forEach(this::lookForQuotes);
        return new TableRow(lines.lineNumber(), cells, fault);
    }

    /** A spreadsheet puts every cell that has quotation marks between two more, and doubles those that it has. */
    private void lookForQuotes(String cell) {
        if (cell.indexOf('"') < 0) {
            return;
        }
        boolean between = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        String inner = between ? cell.substring(1, cell.length() - 1) : "";
        if (!between || inner.replace("\"\"", "").indexOf('"') >= 0) {
            unquoted++;
        } else if (inner.contains("\"\"")) {
            quoted++;
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(2);
        int start = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
            cells.add(line.substring(start, tab));
            start = tab + 1;
        }
        cells.add(line.substring(start));
        return cells;
    }

    @Override
    public BitextFormat format() {
        return BitextFormat.TSV;
    }

    @Override
    public String separator() {
        return "tab";
    }

    @Override
    public List<String> notes() {
        if (quoted <= unquoted) {
            return List.of();
        }
        String cells = quoted == 1 ? "One cell has" : String.format(Locale.ROOT, "%,d cells have", quoted);
        return List.of(cells + " quotation marks as spreadsheets write them, at both ends and doubled within; they stay in the sentences."
                + " Where the name of the file ends in .csv, they are read as a spreadsheet does.");
    }

    @Override
    public TextLines lines() {
        return lines;
    }
}
