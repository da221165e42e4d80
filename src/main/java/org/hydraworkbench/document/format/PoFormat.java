package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.document.tags.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * Message catalogues of gettext (PO): an empty {@code msgstr} is filled, of a plural every empty form, the first from {@code msgid} and the others
 * from {@code msgid_plural}. What is filled is marked {@code #, fuzzy}, so that gettext's tools use it only when a person has looked at it.
 * Obsolete messages ({@code #~}) and the header stay as they are.
 */
final class PoFormat implements DocumentFormat {

    private static final Pattern KEYWORD = Pattern.compile("\\s*(msgctxt|msgid|msgid_plural|msgstr)(?:\\[(\\d+)\\])?\\s*(\".*)");
    private static final Pattern STRING = Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

    @Override
    public String id() {
        return "po";
    }

    @Override
    public List<String> endings() {
        return List.of(".po", ".pot");
    }

    /** A keyword with its string, which may go over several lines. */
    private static final class Entry {
        private final String keyword;
        private final int number;
        private final int line; // where the keyword stands
        private final int start; // of the first quotation mark
        private int end; // after the last one
        private final StringBuilder text = new StringBuilder();

        Entry(String keyword, int number, int line, int start) {
            this.keyword = keyword;
            this.number = number;
            this.line = line;
            this.start = start;
        }
    }

    /** A message as far as it has been read. */
    private static final class Message {
        private final List<Entry> entries = new ArrayList<>();
        private int begin = -1; // of its first line that is no comment, or of its comment on what it was before
        private @Nullable Line flags;

        private @Nullable Entry of(String keyword) {
            return entries.stream().filter(entry -> entry.keyword.equals(keyword)).findFirst().orElse(null);
        }
    }

    @Override
    public Document read(SourceText file, ReadOptions options) throws HydraException {
        List<Segment> segments = new ArrayList<>();
        List<Edit> flags = new ArrayList<>();
        Message message = new Message();
        for (Line line : Line.of(file.text())) {
            String text = file.text().substring(line.start(), line.end());
            boolean comment = text.startsWith("#");
            boolean complete = message.of("msgstr") != null;
            if (complete && (comment || text.isBlank() || begins(text))) {
                finish(message, file, segments, flags);
                message = new Message();
            }
            if (comment) {
                if (text.startsWith("#,")) {
                    message.flags = line;
                } else if (text.startsWith("#|") && message.begin < 0) {
                    message.begin = line.start();
                }
            } else if (!text.isBlank()) {
                take(message, text, line, file);
            }
        }
        finish(message, file, segments, flags);
        return new Document(file, segments, flags);
    }

    private static boolean begins(String line) {
        String bare = line.stripLeading();
        return bare.startsWith("msgctxt") || bare.startsWith("msgid") && !bare.startsWith("msgid_plural");
    }

    private static void take(Message message, String text, Line line, SourceText file) throws HydraException {
        Matcher keyword = KEYWORD.matcher(text);
        int quoted = line.start();
        if (keyword.matches()) {
            quoted += keyword.start(3);
            int number = keyword.group(2) == null ? 0 : Integer.parseInt(keyword.group(2));
            message.entries.add(new Entry(keyword.group(1), number, line.start(), quoted));
            message.begin = message.begin < 0 ? line.start() : message.begin;
        } else if (message.entries.isEmpty() || !text.stripLeading().startsWith("\"")) {
            throw file.wrong(line.start(), "this is no line of a gettext PO file, which begins with #, msgctxt, msgid, msgstr or a quotation mark");
        }
        Matcher string = STRING.matcher(file.text()).region(quoted, line.end());
        if (!string.matches()) {
            throw file.wrong(line.start(), "the quotation marks of this line do not match");
        }
        Entry last = message.entries.getLast();
        last.text.append(PoStrings.read(string.group(1)));
        last.end = string.end(1) + 1;
    }

    private static void finish(Message message, SourceText file, List<Segment> segments, List<Edit> flags) throws HydraException {
        Entry id = message.of("msgid");
        if (message.entries.isEmpty()) {
            return;
        }
        if (id == null || message.of("msgstr") == null) {
            throw file.wrong(message.entries.getFirst().line, "this message has no " + (id == null ? "msgid" : "msgstr"));
        }
        Entry plural = message.of("msgid_plural");
        boolean filled = false;
        for (Entry entry : message.entries) {
            if (entry.keyword.equals("msgstr") && entry.text.isEmpty() && !id.text.isEmpty()) {
                Entry of = entry.number > 0 && plural != null ? plural : id;
                String raw = file.text().substring(of.start, of.end);
                segments.add(new Segment(MarkupText.of(of.text.toString()), file.line(of.line), entry.start, entry.end, "", raw, "",
                        text -> PoStrings.write(text.write(part -> part), file.lineEnd())));
                filled = true;
            }
        }
        if (filled) {
            flag(message, file, flags);
        }
    }

    private static void flag(Message message, SourceText file, List<Edit> flags) {
        Line line = message.flags;
        if (line == null) {
            flags.add(new Edit(message.begin, message.begin, "#, fuzzy" + file.lineEnd()));
        } else if (!file.text().substring(line.start(), line.end()).matches(".*\\bfuzzy\\b.*")) {
            flags.add(new Edit(line.start() + 2, line.start() + 2, " fuzzy,"));
        }
    }
}
