package org.hydraworkbench.align.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link LinkFormat#GIZA} files. Behind every word of the third line stand an opening bracket, numbers and a
 * closing bracket, and words hold no space; so a word may look like anything, even like a bracket.
 */
final class GizaReader implements LinkReader {

    private static final Pattern HEADING = Pattern.compile(
            "# Sentence pair \\(([0-9]{1,9})\\) source length ([0-9]{1,9}) target length ([0-9]{1,9})\\b.*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final TextLines lines;
    private @Nullable Heading pending;
    private boolean begun;
    private boolean named;
    private long pair;

    private record Heading(long number, int sources, int targets) {}

    GizaReader(TextLines lines) {
        this.lines = lines;
    }

    static boolean isHeading(String line) {
        return line.startsWith("# Sentence pair (");
    }

    @Override
    public LinkFormat format() {
        return LinkFormat.GIZA;
    }

    @Override
    public @Nullable Alignment next(int sources, int targets) throws HydraException {
        if (!begun) {
            pending = heading();
            begun = true;
        }
        Heading heading = pending;
        named = false;
        if (heading == null) {
            return null;
        }
        pair++;
        if (heading.number() > pair) {
            return Alignment.empty();
        }
        named = true;
        checkLength(sources, heading.sources(), "source");
        checkLength(targets, heading.targets(), "target");
        int found = LinkParts.words(required()).size();
        if (found != heading.targets()) {
            throw fault("the target side has " + found + " words, its heading says " + heading.targets());
        }
        Alignment alignment = links(LinkParts.words(required()), heading);
        pending = heading();
        return alignment;
    }

    private Alignment links(List<String> parts, Heading heading) throws InputException {
        List<Link> links = new ArrayList<>();
        int word = 0; // 0 is NULL
        for (int k = 0; k < parts.size(); word++) {
            String form = parts.get(k);
            if (word == 0 && !form.equals("NULL")) {
                throw fault("the third line begins with '" + Excerpt.of(form) + "', not with NULL");
            }
            if (k + 1 >= parts.size() || !parts.get(k + 1).equals("({")) {
                throw fault("after the word '" + Excerpt.of(form) + "' there is no ({");
            }
            for (k += 2; k < parts.size() && !parts.get(k).equals("})"); k++) {
                int target = target(parts.get(k), form, heading.targets());
                if (word > 0) {
                    links.add(Link.sure(word - 1, target - 1));
                }
            }
            if (k == parts.size()) {
                throw fault("after the word '" + Excerpt.of(form) + "' the }) is missing");
            }
            k++;
        }
        if (word != heading.sources() + 1) {
            throw fault("the source side has " + Math.max(0, word - 1) + " words, its heading says " + heading.sources());
        }
        return Alignment.of(links);
    }

    /** A target index, counted from 1. */
    private int target(String number, String form, int targets) throws InputException {
        if (!NUMBER.matcher(number).matches() || Integer.parseInt(number) == 0) {
            throw fault("'" + Excerpt.of(number) + "' behind the word '" + Excerpt.of(form)
                    + "' is no index; they are counted from 1");
        }
        int target = Integer.parseInt(number);
        LinkParts.check(target - 1, targets, "target", form + " ({ " + number + " })", path(), lineNumber(), pair, 1);
        return target;
    }

    private @Nullable Heading heading() throws HydraException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        Matcher matcher = HEADING.matcher(line.strip());
        if (!matcher.matches()) {
            throw InputException.at(
                    path(),
                    lineNumber(),
                    "here, after pair " + pair + ", '# Sentence pair (" + (pair + 1) + ") source length … target length …' is"
                            + " expected, not '" + Excerpt.of(line) + "'");
        }
        Heading heading = new Heading(
                Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        if (heading.number() <= pair) {
            throw InputException.at(
                    path(),
                    lineNumber(),
                    "pair " + heading.number() + " comes after pair " + pair + "; pairs ascend, counted from 1");
        }
        return heading;
    }

    private String required() throws HydraException {
        String line = lines.next();
        if (line == null) {
            throw fault("the file ends in the middle of the pair, which has three lines");
        }
        return line;
    }

    private void checkLength(int expected, int found, String side) throws InputException {
        if (expected != UNKNOWN && expected != found) {
            throw fault("the " + side + " side has " + found + " words, in the bitext it has " + expected + " units");
        }
    }

    private InputException fault(String reason) {
        return InputException.at(path(), lineNumber(), "pair " + pair + " (counted from 1): " + reason);
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
