package org.hydraworkbench.align.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Excerpt;
import org.jspecify.annotations.Nullable;

/** Reads {@link LinkFormat#NAACL} lines. Links with NULL say only that a word has no partner, and are passed over. */
final class NaaclReader implements LinkReader {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+\\s+[0-9]+\\s+[0-9]+(\\s.*)?");
    private static final Pattern LINK = Pattern.compile(
            "([0-9]{1,9})\\s+([0-9]{1,9})\\s+([0-9]{1,9})(?:\\s+([SP]))?(?:\\s+([0-9.eE+-]{1,24}))?");

    private final TextLines lines;
    private @Nullable Entry pending;
    private boolean begun;
    private boolean named;
    private long pair;

    /** A line; {@code i} and {@code j} counted from 1, 0 being NULL. */
    private record Entry(long sentence, int i, int j, LinkState state, float confidence, String text, long line) {}

    NaaclReader(TextLines lines) {
        this.lines = lines;
    }

    static boolean looksRight(String line) {
        return NUMBERS.matcher(line.strip()).matches();
    }

    @Override
    public LinkFormat format() {
        return LinkFormat.NAACL;
    }

    @Override
    public @Nullable Alignment next(int sources, int targets) throws HydraException {
        if (!begun) {
            pending = read(1);
            begun = true;
        }
        named = false;
        if (pending == null) {
            return null;
        }
        pair++;
        named = pending.sentence() == pair;
        List<Link> links = new ArrayList<>();
        while (pending != null && pending.sentence() == pair) {
            Entry entry = pending;
            LinkParts.check(entry.i() - 1, sources, "source", entry.text(), path(), entry.line(), pair, 1);
            LinkParts.check(entry.j() - 1, targets, "target", entry.text(), path(), entry.line(), pair, 1);
            if (entry.i() > 0 && entry.j() > 0) {
                links.add(new Link(entry.i() - 1, entry.j() - 1, entry.state(), entry.confidence()));
            }
            pending = read(pair);
        }
        return Alignment.of(links);
    }

    /** The next line that is not empty, of a sentence not before {@code least}. */
    private @Nullable Entry read(long least) throws HydraException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        String text = line.strip();
        Matcher matcher = LINK.matcher(text);
        if (!matcher.matches()) {
            throw fault("'" + Excerpt.of(text) + "' (in pair " + least + " or after it, counted from 1) is no link; links are"
                    + " written 'sentence i j', then S or P and a confidence if there are any");
        }
        long sentence = Long.parseLong(matcher.group(1));
        if (sentence == 0) {
            throw fault("the link '" + text + "' belongs to sentence 0, but sentences are counted from 1");
        }
        if (sentence < least) {
            throw fault("the link '" + text + "' of pair " + sentence + " comes after links of pair " + least
                    + "; sort the lines by their first column");
        }
        return new Entry(
                sentence,
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                "P".equals(matcher.group(4)) ? LinkState.POSSIBLE : LinkState.SURE,
                matcher.group(5) == null ? 1f : LinkParts.confidence(matcher.group(5), text, path(), lineNumber()),
                text,
                lineNumber());
    }

    private InputException fault(String reason) {
        return InputException.at(path(), lineNumber(), reason);
    }

    @Override
    public boolean named() {
        return named;
    }

    @Override
    public Path path() {
        return lines.path();
    }

    @Override
    public long lineNumber() {
        return lines.lineNumber();
    }

    @Override
    public void close() throws HydraException {
        lines.close();
    }
}
