package org.hydraworkbench.document.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;

/** Puts an answer together of pieces, and finds the links of its words: pieces may end inside words, and cut text is cut anew. */
final class AnswerBuilder {

    private final CutText source;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private int length;

    /**
     * A piece that answers something.
     *
     * @param place in the answer
     * @param sources what it answers, places in the source
     */
    private record Piece(Span place, List<Span> sources) {}

    AnswerBuilder(String source) {
        this.source = CutText.of(source);
    }

    /** Every word with that of its own number. */
    static Alignment straight(int words) {
        return Alignment.of(IntStream.range(0, words).mapToObj(k -> Link.sure(k, k)).toList());
    }

    /** Adds what answers nothing: white space, marks. */
    void add(String more) {
        text.append(more);
        length += more.codePointCount(0, more.length());
    }

    /**
     * Adds what answers parts of the source.
     *
     * @param sources code points of the source
     */
    void add(String more, List<Span> sources) {
        int start = length;
        add(more);
        if (!sources.isEmpty()) {
            pieces.add(new Piece(new Span(start, length), sources));
        }
    }

    /**
     * Adds the part of an answer between two of its code points, with its links.
     *
     * @param words of the answer
     * @param sources what each of them answers, in code points of the source
     */
    void addPart(CutText words, List<List<Span>> sources, int start, int end) {
        Offsets offsets = Offsets.of(words.text());
        int from = start;
        for (int k = 0; k < words.size(); k++) {
            Span word = words.spans().get(k);
            int wordStart = Math.max(word.start(), from);
            int wordEnd = Math.min(word.end(), end);
            if (wordStart < wordEnd) {
                add(offsets.slice(from, wordStart));
                add(offsets.slice(wordStart, wordEnd), sources.get(k));
                from = wordEnd;
            }
        }
        add(offsets.slice(from, end));
    }

    /** What each word of an answer answers, in code points of its source, moved on by {@code offset}. */
    static List<List<Span>> sources(CutText source, CutText answer, Alignment links, int offset) {
        List<List<Span>> all = new ArrayList<>();
        for (int k = 0; k < answer.size(); k++) {
            all.add(new ArrayList<>());
        }
        for (Link link : links.links()) {
            Span word = source.spans().get(link.source());
            all.get(link.target()).add(new Span(word.start() + offset, word.end() + offset));
        }
        return all;
    }

    String text() {
        return text.toString();
    }

    /** Links of the words of the source with those of the answer so far. */
    Alignment links() {
        CutText answer = CutText.of(text.toString());
        List<Link> links = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Integer> targets = overlapping(answer.spans(), piece.place);
            for (Span from : piece.sources) {
                for (int word : overlapping(source.spans(), from)) {
                    targets.forEach(target -> links.add(Link.sure(word, target)));
                }
            }
        }
        return Alignment.of(links);
    }

    /** The numbers of the spans, which are sorted and apart, that overlap a place. */
    static List<Integer> overlapping(List<Span> sorted, Span place) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).end() <= place.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int k = low; k < sorted.size() && sorted.get(k).start() < place.end(); k++) {
            found.add(k);
        }
        return found;
    }
}
