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

    /** The rules of Remy et al. 2024, where a word-start marker that is a token of its own is a unit of its own. */
    private static final int PUBLISHED = 2;

    private final Unit unit;
    private final @Nullable Tokenizer tokenizer;
    private final int version;

    private Segmenter(Unit unit, @Nullable Tokenizer tokenizer, int version) {
        this.unit = unit;
        this.tokenizer = tokenizer;
        this.version = version;
    }

    /**
     * A segmenter.
     *
     * @param tokenizer needed for tokens and units; with it, given units and words know their tokens too
     * @throws IllegalArgumentException when tokens or units are asked for without a tokenizer
     */
    public static Segmenter of(Unit unit, @Nullable Tokenizer tokenizer) {
        return of(unit, tokenizer, unit.version());
    }

    /** A segmenter that goes by an earlier {@link Unit#version} of the rules, for what was cut by them. */
    public static Segmenter of(Unit unit, @Nullable Tokenizer tokenizer, int version) {
        if (tokenizer == null && (unit == Unit.TOKEN || unit == Unit.UNIT)) {
            throw new IllegalArgumentException("the unit " + unit + " needs a tokenizer");
        }
        return new Segmenter(unit, tokenizer, version);
    }

    /** A segmenter into word units as they were published. */
    public static Segmenter published(Tokenizer tokenizer) {
        return of(Unit.UNIT, tokenizer, PUBLISHED);
    }

    public Unit unit() {
        return unit;
    }

    /** Names unit, version and tokenizer: equal ids cut every sentence equally. */
    public String id() {
        String name = unit.name().toLowerCase(java.util.Locale.ROOT) + ":" + version;
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
        UnitGlue glue = words == null ? null : new UnitGlue(pieces, encoding, words, version <= PUBLISHED);
        List<Segment> segments = new ArrayList<>(encoding.size());
        for (int first = 0; first < encoding.size(); ) {
            int next = first + 1;
            while (glue != null && next < encoding.size() && glue.joins(next)) {
                next++;
            }
            segments.add(glued(pieces, encoding, first, next));
            first = next;
        }
        return segments;
    }

    /** Tokens as one segment. Word-start marks alone at its ends cover none of its text, and leave at most one mark in its form. */
    private static Segment glued(Tokenizer pieces, Encoding encoding, int first, int end) {
        int[] ids = encoding.ids();
        int from = first;
        while (from < end - 1 && pieces.isMarkerOnly(ids[from])) {
            from++;
        }
        int to = end;
        while (to > from + 1 && pieces.isMarkerOnly(ids[to - 1])) {
            to--;
        }
        StringBuilder form = new StringBuilder(from > first && !pieces.startsWord(ids[from]) ? pieces.style().marker() : "");
        form.append(pieces.piece(ids[from]));
        int last = encoding.ends()[from];
        for (int k = from + 1; k < to; k++) {
            String piece = pieces.piece(ids[k]);
            String continuation = pieces.style().continuation();
            form.append(piece, piece.startsWith(continuation) ? continuation.length() : 0, piece.length());
            last = Math.max(last, encoding.ends()[k]);
        }
        return new Segment(form.toString(), encoding.starts()[from], last, first, end - first);
    }
}
