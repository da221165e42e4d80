package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.document.tags.TaggedText;

/**
 * Scripture in USFM: a verse is a text, and so is a paragraph outside of verses (a heading, an introduction). Markers of paragraphs and lines inside a verse,
 * character styles ({@code \nd…\nd*}), footnotes and cross references ({@code \f…\f*}, {@code \x…\x*}) are its tags. The words of a footnote are texts of
 * their own. Identifications, chapter numbers, remarks and references stay as they are.
 */
final class UsfmFormat implements DocumentFormat {

    /** A note or figure as a whole; a milestone; a character style's end with its attributes; any other marker with the space that ends it. */
    private static final Pattern MARKER = Pattern.compile("\\\\(?<note>f|fe|ef|x|ex|fig|rq|va|vp|cat)(?=\\s)(?s:.*?)\\\\\\k<note>\\*"
            + "|\\\\(?<milestone>[a-z0-9]+-[se])\\b[^\\\\]*\\\\\\*"
            + "|(?:\\|[^\\\\\\n]*)?\\\\(?<end>\\+?[a-z]+[0-9]*)\\*"
            + "|\\\\(?<verse>v)[ \\t]+\\S+[ \\t]*|\\\\(?<chapter>c|cp|ca)[ \\t]+[^\\\\\\r\\n]*"
            + "|\\\\(?<begin>\\+?[a-z]+[0-9]*(?:-[0-9]+)?)(?:[ \\t]|(?=[\\r\\n\\\\])|\\z)|//");

    /** Text in a note, up to the next marker: of a footnote's words, not of its place. */
    private static final Pattern NOTE_TEXT = Pattern.compile("\\\\(?:ft|fqa?|fk|fl|fp)[ \\t]+([^\\\\\\s](?:[^\\\\]*[^\\\\\\s])?)");

    /** Markers whose line is no text. */
    private static final Set<String> UNTOUCHED = Set.of("id", "ide", "usfm", "sts", "rem", "r", "mr", "sr", "restore", "cl", "pubinfo");

    /** Markers that go on with a verse: paragraphs, poetry, lists, tables, and the blank line. */
    private static final String PARAGRAPHS = "p|m|po|pr|cls|pmo|pm|pmc|pmr|pi\\d?|mi|nb|pc|ph\\d?|b|q\\d?|qr|qc|qm\\d?|qd|li\\d?|lim\\d?|lh|lf|t[rhc]r?\\d*(?:-\\d+)?";

    private static final Pattern GOES_ON = Pattern.compile(PARAGRAPHS);

    private static final Pattern BEGINS_LINE = Pattern.compile(" ?(\\\\(?:" + PARAGRAPHS + ")(?:[ \\t]|(?=\\\\)|\\z))");

    /** Markers that begin a paragraph of their own, besides those that go on. */
    private static final Pattern ALONE = Pattern.compile(
            "id|ide|usfm|sts|rem|h\\d?|toca?\\d|i(mt|s|p|pi|m|mi|pq|mq|pr|q|b|li|ot|o|or|e|mte|ex)\\d?|mte?\\d?|ms\\d?|mr|s\\d?|sr|r|d|sp|sd\\d?|qa|restore|cl|cd|lit|pb|periph|pubinfo");

    @Override
    public String id() {
        return "usfm";
    }

    @Override
    public List<String> endings() {
        return List.of(".usfm", ".sfm");
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        Reading reading = new Reading(file);
        Matcher marker = MARKER.matcher(file.text());
        while (marker.find()) {
            reading.marker(marker);
        }
        reading.finish(file.text().length());
        if (!reading.met) {
            throw file.wrong(0, "there is no USFM marker (\\id, \\c, \\v) in it");
        }
        return new Document(file, reading.segments, List.of());
    }

    /** A file being read. */
    private static final class Reading {
        private final SourceText file;
        private final String text;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Segment> notes = new ArrayList<>(); // in the text
        private final List<Part> run = new ArrayList<>(); // tags since the text began
        private int begin;
        private boolean isText; // whether what follows the last marker is to be translated
        private boolean inVerse;
        private boolean met;

        /** A tag: its place, with the line break before it if it begins a line, and its style if it begins or ends one. */
        private record Part(int start, int end, String opens, String closes) {}

        Reading(SourceText file) {
            this.file = file;
            this.text = file.text();
        }

        void marker(Matcher marker) throws HydraException {
            met = true;
            String begins = marker.group("begin");
            if (marker.group("verse") != null) {
                restart(marker, true, true);
            } else if (marker.group("chapter") != null) {
                restart(marker, false, false);
            } else if (begins != null && GOES_ON.matcher(begins).matches()) {
                if (inVerse) {
                    tag(marker.start(), marker.end(), "", "");
                } else {
                    restart(marker, true, false);
                }
            } else if (begins != null && ALONE.matcher(begins).matches()) {
                restart(marker, !UNTOUCHED.contains(begins), false);
            } else if (begins != null && isUnended(begins, marker.start())) {
                throw file.wrong(marker.start(), "this \\" + begins + " has no end (\\" + begins + "*)");
            } else {
                String ends = marker.group("end");
                if (isText && marker.group("note") != null) {
                    note(marker.start(), marker.end());
                }
                tag(marker.start(), marker.end(), begins == null ? "" : begins, ends == null ? "" : ends);
            }
        }

        /** The texts of a note are translated by themselves. */
        private void note(int start, int end) {
            Matcher words = NOTE_TEXT.matcher(text).region(start, end);
            while (words.find()) {
                TaggedText read = TaggedText.of(read(words.start(1), words.end(1)));
                notes.add(Segment.inPlace(read, file, words.start(1), words.end(1), this::written));
            }
        }

        /** A note that the pattern did not see the end of. */
        private boolean isUnended(String name, int at) {
            return Set.of("f", "fe", "ef", "x", "ex", "fig").contains(name) && text.indexOf("\\" + name + "*", at) < 0;
        }

        private void tag(int start, int end, String opens, String closes) {
            if (isText) {
                run.add(new Part(start, end, opens, closes));
            }
        }

        private void restart(Matcher marker, boolean textFollows, boolean verse) {
            finish(marker.start());
            begin = marker.end();
            isText = textFollows;
            inVerse = verse;
        }

        /** Ends the text before a place; tags and white space at its ends are none of it. */
        void finish(int end) {
            int from = begin;
            int to = end;
            for (boolean moved = true; moved; ) {
                int start = from;
                int stop = to;
                while (from < to && Character.isWhitespace(text.charAt(from))) {
                    from++;
                }
                while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
                    to--;
                }
                if (!run.isEmpty() && isOutside(run.getFirst()) && run.getFirst().start <= from) {
                    from = Math.max(from, run.removeFirst().end);
                }
                if (!run.isEmpty() && isOutside(run.getLast()) && run.getLast().end >= to) {
                    to = Math.min(to, run.removeLast().start);
                }
                moved = from != start || to != stop;
            }
            if (isText && from < to) {
                segments.add(Segment.inPlace(tagged(from, to), file, from, to, this::written));
            }
            segments.addAll(notes);
            notes.clear();
            run.clear();
        }

        private static boolean isOutside(Part tag) {
            return tag.opens.isEmpty() && tag.closes.isEmpty();
        }

        /** Text as it is to be read: a tilde is a space that does not break. */
        private String read(int start, int end) {
            return text.substring(start, end).replaceAll("\\s+", " ").replace('~', '\u00A0');
        }

        /** A paragraph or line begins a line of the file. */
        private String written(TaggedText translation) {
            String line = translation.write(part -> part.replace('\u00A0', '~'));
            return BEGINS_LINE.matcher(line).replaceAll(Matcher.quoteReplacement(file.lineEnd()) + "$1");
        }

        private TaggedText tagged(int start, int end) {
            TaggedText.Builder built = new TaggedText.Builder();
            int from = start;
            for (Part part : run) {
                built.text(read(from, part.start));
                String code = text.substring(part.start, part.end);
                if (!part.closes.isEmpty()) {
                    built.close(code, part.closes);
                } else if (!part.opens.isEmpty()) {
                    built.open(code, part.opens);
                } else {
                    built.alone(code);
                }
                from = part.end;
            }
            return built.text(read(from, end)).build();
        }
    }
}
