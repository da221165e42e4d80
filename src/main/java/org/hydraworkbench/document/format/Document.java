package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.document.tags.Tag;
import org.hydraworkbench.document.tags.TaggedText;

/** A file with the texts in it that are to be translated. */
public final class Document {

    /** What lies in another, in one of its tags, comes after that. */
    private static final Comparator<Segment> OUTER_FIRST =
            Comparator.comparingInt(Segment::start).thenComparing(Comparator.comparingInt(Segment::end).reversed());

    private final SourceText file;
    private final List<Segment> segments;
    private final List<Edit> changes;

    /**
     * @param segments apart from each other, or one in a tag of the other
     * @param changes what else of the file is written otherwise, apart from the segments and from each other
     */
    Document(SourceText file, List<Segment> segments, List<Edit> changes) {
        this.file = file;
        this.segments = List.copyOf(segments);
        this.changes = List.copyOf(changes);
    }

    /** What is to be translated. */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * The file with translations in it, in its own encoding.
     *
     * @param translations of {@link #segments}, one for each
     * @throws InputException when the encoding of the file has no such letters
     */
    public byte[] translated(List<TaggedText> translations) throws InputException {
        return file.encode(translatedText(translations));
    }

    /** The text of the file with translations in it; {@code translations} as for {@link #translated}. */
    public String translatedText(List<TaggedText> translations) {
        if (translations.size() != segments.size()) {
            throw new IllegalArgumentException(translations.size() + " translations of " + segments.size() + " texts");
        }
        List<Edit> edits = new ArrayList<>(changes);
        List<Integer> order = IntStream.range(0, segments.size()).boxed().sorted(Comparator.comparing(segments::get, OUTER_FIRST)).toList();
        for (int k = 0; k < order.size(); ) {
            Segment outer = segments.get(order.get(k));
            TaggedText translation = translations.get(order.get(k));
            List<Edit> inner = new ArrayList<>();
            for (k++; k < order.size() && segments.get(order.get(k)).start() < outer.end(); k++) {
                inner.add(segments.get(order.get(k)).edit(translations.get(order.get(k))));
            }
            edits.add(inner.isEmpty() ? outer.edit(translation) : around(outer, translation, inner));
        }
        edits.sort(Comparator.comparingInt(Edit::start)); // stable: what goes to one place keeps its order
        return spliced(0, file.text().length(), edits);
    }

    /** Writes a text that has others in its tags, as a verse has footnotes. */
    private Edit around(Segment outer, TaggedText translation, List<Edit> inner) {
        if (translation.equals(outer.source())) {
            return new Edit(outer.start(), outer.end(), spliced(outer.start(), outer.end(), inner));
        }
        Map<String, String> codes = new HashMap<>();
        int from = outer.start();
        for (Tag tag : outer.source().tags()) {
            int start = file.text().indexOf(tag.code(), from);
            from = start + tag.code().length();
            int end = from;
            codes.put(tag.code(), spliced(start, end, inner.stream().filter(edit -> edit.start() >= start && edit.end() <= end).toList()));
        }
        List<Tag> tags = translation.tags().stream().map(tag -> tag.withCode(codes.getOrDefault(tag.code(), tag.code()))).toList();
        return outer.edit(new TaggedText(translation.text(), tags));
    }

    /** A part of the file with changes in it, which are in their order. */
    private String spliced(int start, int end, List<Edit> edits) {
        StringBuilder written = new StringBuilder((end - start) * 3 / 2);
        int from = start;
        for (Edit edit : edits) {
            written.append(file.text(), from, edit.start()).append(edit.text());
            from = edit.end();
        }
        return written.append(file.text(), from, end).toString();
    }
}
