package org.hydraworkbench.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** A row a line, with tabs between its cells; a quotation mark is a letter like others. */
final class TsvRows implements TableRows {

    private final TextLines lines;

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
        return new TableRow(
                lines.lineNumber(), fault == null ? cells(LineBitextReader.withoutReturn(line.text())) : List.of(), fault);
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
        return List.of();
    }

    @Override
    public Path path() {
        return lines.path();
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
    public void close() throws HydraException {
        lines.close();
    }
}
