package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.Tsv;

/** Tab-separated values: one column is translated, and the translation is a new last column of every row. Blank lines stay. */
final class TableFormat implements DocumentFormat {

    @Override
    public String id() {
        return "tsv";
    }

    @Override
    public List<String> endings() {
        return List.of(".tsv", ".tab");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        List<Segment> segments = new ArrayList<>();
        for (Line line : Line.of(file.text())) {
            String row = file.text().substring(line.start(), line.end());
            if (!row.isBlank()) {
                String[] cells = row.split("\t", -1);
                if (cells.length < options.column()) {
                    throw file.wrong(line.start(), "column " + options.column() + " is to be translated, but the row has only "
                            + cells.length + "; give another (--column)");
                }
                String cell = cells[options.column() - 1];
                segments.add(new Segment(TaggedText.of(cell), file.line(line.start()), line.end(), line.end(), "\t", cell, "",
                        Segment.Writing.escaping(Tsv::cell)));
            }
        }
        return new Document(file, segments, List.of());
    }
}
