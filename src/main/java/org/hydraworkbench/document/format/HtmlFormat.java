package org.hydraworkbench.document.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.document.tags.TaggedText;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.LanguageTag;

/**
 * HTML: what stands between two tags of blocks (or line breaks) is a text, with its inline elements as tags. Scripts, styles, {@code pre} and {@code code}, what is
 * marked {@code translate="no"}, comments, and attributes stay as they are. What says of a block that it is in the language of the text says that of
 * the language of the translation then; where the two run opposite ways, the page says which way it runs now.
 */
final class HtmlFormat implements DocumentFormat {

    @Override
    public String id() {
        return "html";
    }

    @Override
    public List<String> endings() {
        return List.of(".html", ".htm", ".xhtml");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        List<MarkupPiece> pieces = MarkupScanner.scan(file, HtmlElements.RAW);
        return new Document(file, new Reading(file, pieces).segments(), languages(file.text(), pieces, options));
    }

    private static List<Edit> languages(String text, List<MarkupPiece> pieces, ReadOptions options) {
        String from = options.from().toString();
        Direction way = options.to().direction("");
        boolean turned = way != options.from().direction("");
        List<Edit> changes = new ArrayList<>();
        for (MarkupPiece piece : pieces) {
            boolean kept = HtmlElements.isUntouched(piece.name()) || piece.value(text, "translate").equalsIgnoreCase("no");
            if (piece.kind() != MarkupPiece.Kind.OPEN || kept || HtmlElements.isInline(piece.name())) {
                continue; // an inline element belongs to a text
            }
            boolean said = false;
            for (String attribute : List.of("lang", "xml:lang")) {
                String language = piece.value(text, attribute);
                if (!language.isEmpty() && LanguageTag.serves(from, language)) {
                    changes.add(piece.with(text, attribute, options.to().toString()));
                    said = true;
                }
            }
            if (turned && (said || piece.name().equalsIgnoreCase("html") || piece.attribute(text, "dir") != null)) {
                changes.add(piece.with(text, "dir", way == Direction.RIGHT_TO_LEFT ? "rtl" : "ltr"));
            }
        }
        return changes;
    }

    /** A file being read. */
    private static final class Reading {
        private static final int NONE = -1;

        private final SourceText file;
        private final String text;
        private final List<MarkupPiece> pieces;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Part> run = new ArrayList<>(); // of text and inline tags since the last block tag

        /** Pieces that are one: text, a tag, or an element that stays as it is. */
        private record Part(MarkupPiece first, int end, boolean whole) {
            boolean isText() {
                return first.kind() == MarkupPiece.Kind.TEXT;
            }

            String in(String text) {
                return text.substring(first.start(), end);
            }
        }

        Reading(SourceText file, List<MarkupPiece> pieces) {
            this.file = file;
            this.text = file.text();
            this.pieces = pieces;
        }

        List<Segment> segments() throws HydraException {
            for (int k = 0; k < pieces.size(); k++) {
                k = piece(k);
            }
            flush();
            return segments;
        }

        private int piece(int k) throws HydraException {
            MarkupPiece piece = pieces.get(k);
            boolean tag = !piece.name().isEmpty();
            boolean open = piece.kind() == MarkupPiece.Kind.OPEN && !HtmlElements.isVoid(piece.name());
            boolean inline = !tag || HtmlElements.isInline(piece.name());
            if (!inline) {
                flush();
            }
            if (open && (HtmlElements.isUntouched(piece.name()) || piece.value(text, "translate").equalsIgnoreCase("no"))) {
                int last = end(k);
                if (inline) {
                    run.add(new Part(piece, pieces.get(last).end(), true));
                }
                return last;
            }
            if (inline) {
                run.add(new Part(piece, piece.end(), piece.kind() == MarkupPiece.Kind.EMPTY || tag && HtmlElements.isVoid(piece.name())));
            }
            return k;
        }

        /** The piece that ends the element which the piece of a number begins. */
        private int end(int k) throws HydraException {
            String name = pieces.get(k).name();
            int depth = 0;
            for (int at = k; at < pieces.size(); at++) {
                MarkupPiece piece = pieces.get(at);
                if (piece.name().equalsIgnoreCase(name)) {
                    depth += piece.kind() == MarkupPiece.Kind.OPEN ? 1 : piece.kind() == MarkupPiece.Kind.CLOSE ? -1 : 0;
                }
                if (depth == 0) {
                    return at;
                }
            }
            throw file.wrong(pieces.get(k).start(), "this <" + name + "> has no end (</" + name + ">)");
        }

        /** What came since the last block tag is a text, if there are letters in it; tags at its ends that have no partner in it are none of it. */
        private void flush() {
            int[] partners = partners();
            int from = 0;
            int to = run.size();
            while (from < to && isOutside(from, partners[from])) {
                from++;
            }
            while (to > from && isOutside(to - 1, partners[to - 1] < from ? NONE : partners[to - 1])) {
                to--;
            }
            if (from < to && run.subList(from, to).stream().anyMatch(part -> part.isText() && !part.in(text).isBlank())) {
                int start = run.get(from).first.start();
                int end = run.get(to - 1).end;
                while (Character.isWhitespace(text.charAt(start))) {
                    start++;
                }
                while (Character.isWhitespace(text.charAt(end - 1))) {
                    end--;
                }
                TaggedText.Builder built = new TaggedText.Builder();
                for (Part part : run.subList(from, to)) {
                    add(part, text.substring(Math.max(start, part.first.start()), Math.min(end, part.end)), built);
                }
                segments.add(Segment.inPlace(built.build(), file, start, end,
                        Segment.Writing.escaping(part -> Entities.write(part, file, true))));
            }
            run.clear();
        }

        private boolean isOutside(int k, int partner) {
            Part part = run.get(k);
            return part.isText() ? part.in(text).isBlank() : part.whole || partner == NONE;
        }

        /** For each part the number of the tag that ends or begins what it begins or ends; {@link #NONE} for all else. */
        private int[] partners() {
            int[] partners = new int[run.size()];
            Arrays.fill(partners, NONE);
            Map<String, Deque<Integer>> open = new HashMap<>();
            for (int k = 0; k < partners.length; k++) {
                Part part = run.get(k);
                Deque<Integer> same = open.computeIfAbsent(part.first.name().toLowerCase(Locale.ROOT), name -> new ArrayDeque<>());
                if (!part.whole && part.first.kind() == MarkupPiece.Kind.OPEN) {
                    same.push(k);
                } else if (!part.whole && part.first.kind() == MarkupPiece.Kind.CLOSE && !same.isEmpty()) {
                    partners[k] = same.pop();
                    partners[partners[k]] = k;
                }
            }
            return partners;
        }

        private static void add(Part part, String written, TaggedText.Builder into) {
            String key = part.first.name().toLowerCase(Locale.ROOT);
            if (part.isText()) {
                Entities.read(written.replaceAll("\\s+", " "), into, true);
            } else if (part.whole || key.isEmpty()) {
                into.alone(written);
            } else if (part.first.kind() == MarkupPiece.Kind.OPEN) {
                into.open(written, key);
            } else {
                into.close(written, key);
            }
        }
    }
}
