package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.Tsv;

/** Text, translated line by line. */
final class LinesFormat implements DocumentFormat {

    @Override
    public String id() {
        return "txt";
    }

    @Override
    public List<String> endings() {
        return List.of(".txt", ".txt.gz");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) {
        List<Segment> segments = new ArrayList<>();
        for (Line line : Line.of(file.text())) {
            String text = file.text().substring(line.start(), line.end());
            if (!text.isBlank()) {
                segments.add(Segment.inPlace(TaggedText.of(text), file, line.start(), line.end(), Segment.Writing.escaping(Tsv::cell)));
            }
        }
        return new Document(file, segments, List.of());
    }
}
