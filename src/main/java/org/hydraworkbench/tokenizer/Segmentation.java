package org.hydraworkbench.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A sentence cut into units. It projects spans of the text, which is what edits are anchored in, onto indexes of segments.
 *
 * @param text the sentence, unchanged
 * @param segments the units from left to right
 * @param encoding the tokens of the sentence; null without a tokenizer
 */
public record Segmentation(String text, Unit unit, List<Segment> segments, @Nullable Encoding encoding) {

    public Segmentation {
        segments = List.copyOf(segments);
    }

    /** Number of segments. */
    public int size() {
        return segments.size();
    }

    /** The form of every segment. */
    public String[] forms() {
        String[] forms = new String[segments.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = segments.get(i).form();
        }
        return forms;
    }

    /** The text under every segment, without space around it; the form of one that covers no text. */
    public String[] surfaces() {
        Offsets offsets = Offsets.of(text);
        String[] surfaces = new String[segments.size()];
        for (int i = 0; i < surfaces.length; i++) {
            String surface = offsets.slice(segments.get(i).span()).strip();
            surfaces[i] = surface.isEmpty() ? segments.get(i).form() : surface;
        }
        return surfaces;
    }

    /** The indexes of the segments that share at least one code point with the span, ascending. */
    public List<Integer> indexes(Span span) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).span().overlaps(span)) {
                found.add(i);
            }
        }
        return found;
    }
}
