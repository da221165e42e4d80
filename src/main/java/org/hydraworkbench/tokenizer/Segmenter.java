package org.hydraworkbench.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.text.Words;
import org.jspecify.annotations.Nullable;

/** Cuts sentences into units of one kind, always in the same way for the same {@link #id}. Safe for use by several threads. */
public final class Segmenter {

    private static final int VERSION = 2;

    private final Unit unit;
    private final @Nullable Tokenizer tokenizer;

    private Segmenter(Unit unit, @Nullable Tokenizer tokenizer) {
        this.unit = unit;
        this.tokenizer = tokenizer;
    }

    /**
     * A segmenter.
     *
     * @param tokenizer needed for tokens and units; with it, given units and words know their tokens too
     * @throws IllegalArgumentException when tokens or units are asked for without a tokenizer
     */
    public static Segmenter of(Unit unit, @Nullable Tokenizer tokenizer) {
        if (tokenizer == null && (unit == Unit.TOKEN || unit == Unit.UNIT)) {
            throw new IllegalArgumentException("the unit " + unit + " needs a tokenizer");
        }
        return new Segmenter(unit, tokenizer);
    }

    public Unit unit() {
        return unit;
    }

    /** Goes up whenever the rules change such that some sentence is cut differently. */
    public int version() {
        return VERSION;
    }

    /** Names unit, version and tokenizer: equal ids cut every sentence equally. */
    public String id() {
        String name = unit.name().toLowerCase(java.util.Locale.ROOT) + ":" + VERSION;
        return tokenizer == null ? name : name + ":" + tokenizer.hash();
    }

    /** Cuts a text. */
    public Segmentation segment(String text) throws StateException {
        Encoding encoding = tokenizer == null ? null : tokenizer.encode(text);
        List<Segment> segments = switch (unit) {
            case GIVEN -> plain(text, between(text), encoding);
            case WORD -> plain(text, Words.split(text), encoding);
            case TOKEN -> glued(encoding, null);
            case UNIT -> glued(encoding, text);
        };
        return new Segmentation(text, unit, segments, encoding);
    }

    private static List<Span> between(String text) {
        List<Span> spans = new ArrayList<>();
        int start = -1;
        int position = 0;
        for (int i = 0; i < text.length(); position++) {
            int c = text.codePointAt(i);
            boolean space = c == ' ' || c >= '\t' && c <= '\r';
            if (!space && start < 0) {
                start = position;
            } else if (space && start >= 0) {
                spans.add(new Span(start, position));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            spans.add(new Span(start, position));
        }
        return spans;
    }

    private static List<Segment> plain(String text, List<Span> spans, @Nullable Encoding encoding) {
        Offsets offsets = Offsets.of(text);
        List<Segment> segments = new ArrayList<>(spans.size());
        int token = 0;
        for (Span span : spans) {
            int first = -1;
            int count = 0;
            if (encoding != null) {
                while (token < encoding.size() && encoding.ends()[token] <= span.start()) {
                    token++;
                }
                int last = token;
                while (last < encoding.size() && encoding.starts()[last] < span.end()) {
                    last++;
                }
                first = last > token ? token : -1;
                count = last - token;
            }
            segments.add(new Segment(offsets.slice(span), span.start(), span.end(), first, count));
        }
        return segments;
    }

    /** Tokens as they are, or with those of one word of {@code words} glued. */
    private List<Segment> glued(@Nullable Encoding encoding, @Nullable String words) {
        Tokenizer pieces = tokenizer;
        if (encoding == null || pieces == null) {
            throw new IllegalStateException("no tokenizer");
        }
        UnitGlue glue = words == null ? null : new UnitGlue(pieces, encoding, words);
        List<Segment> segments = new ArrayList<>(encoding.size());
        StringBuilder form = new StringBuilder();
        for (int first = 0; first < encoding.size(); ) {
            form.setLength(0);
            form.append(pieces.piece(encoding.ids()[first]));
            int end = encoding.ends()[first];
            int next = first + 1;
            while (glue != null && next < encoding.size() && glue.joins(next)) {
                String piece = pieces.piece(encoding.ids()[next]);
                form.append(piece, pieces.style().continuation().isEmpty() ? 0 : continuation(piece), piece.length());
                end = Math.max(end, encoding.ends()[next]);
                next++;
            }
            segments.add(new Segment(form.toString(), encoding.starts()[first], end, first, next - first));
            first = next;
        }
        return segments;
    }

    private int continuation(String piece) {
        return tokenizer != null && piece.startsWith(tokenizer.style().continuation())
                ? tokenizer.style().continuation().length()
                : 0;
    }
}
