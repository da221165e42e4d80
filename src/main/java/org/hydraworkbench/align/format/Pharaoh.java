package org.hydraworkbench.align.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.Excerpt;

/**
 * One pair's links as one line: {@code i-j}, source first, counted from 0, separated by spaces. Read are all dialects: a possible
 * link is {@code i?j}, {@code ipj} or {@code i-jP}, a sure one may be {@code i-jS}, and a confidence may stand at the end,
 * {@code i-j:0.83}. An empty line is a pair without links.
 */
public final class Pharaoh {

    private static final Pattern LINK = Pattern.compile("([0-9]{1,9})([-?p])([0-9]{1,9})([SP])?(?::([0-9.eE+-]{1,24}))?");

    private Pharaoh() {}

    /** One line of {@link LinkFormat#PHARAOH}, without confidences and without a line end. Rejected links are left out. */
    public static String format(Alignment alignment) {
        StringBuilder line = new StringBuilder();
        append(line, alignment, LinkFormat.PHARAOH, false);
        return line.toString();
    }

    /** One line of any of the dialects, without a line end. */
    static void append(StringBuilder line, Alignment alignment, LinkFormat dialect, boolean confidences) {
        int begin = line.length();
        for (Link link : alignment.links()) {
            if (link.state() == LinkState.REJECTED) {
                continue;
            }
            boolean possible = link.state() == LinkState.POSSIBLE;
            line.append(line.length() == begin ? "" : " ").append(link.source());
            switch (dialect) {
                case PHARAOH -> line.append(possible ? '?' : '-').append(link.target());
                case PHARAOH_SP -> line.append('-').append(link.target()).append(possible ? 'P' : 'S');
                case TALP -> line.append(possible ? 'p' : '-').append(link.target());
                case NAACL, GIZA -> throw new IllegalArgumentException(dialect + " is no dialect of Pharaoh");
            }
            if (confidences) {
                line.append(':').append(link.confidence());
            }
        }
    }

    /**
     * Reads one line without knowing the lengths of its pair.
     *
     * @param file named in errors
     * @param line named in errors, from 1; also the pair's number plus 1
     * @throws InputException naming file, line and what is wrong
     */
    public static Alignment parse(String text, Path file, long line) throws InputException {
        return parse(text, LinkReader.UNKNOWN, LinkReader.UNKNOWN, 0, file, line);
    }

    /**
     * Reads one line and checks every index.
     *
     * @param sources number of source units of the pair
     * @param targets number of target units of the pair
     * @param first what units are counted from, 0 or, as some people do, 1
     * @param file named in errors
     * @param line named in errors, from 1; also the pair's number plus 1
     * @throws InputException naming file, line, pair and what is wrong
     */
    static Alignment parse(String text, int sources, int targets, int first, Path file, long line) throws InputException {
        List<Link> links = new ArrayList<>();
        for (String part : LinkParts.words(text)) {
            Link link = link(part, first, file, line);
            LinkParts.check(link.source(), sources, "source", part, file, line, line - 1 + first, first);
            LinkParts.check(link.target(), targets, "target", part, file, line, line - 1 + first, first);
            links.add(link);
        }
        return Alignment.of(links);
    }

    /** Whether something in the line is a link. */
    static boolean looksRight(String line) {
        return LinkParts.words(line).stream().anyMatch(part -> LINK.matcher(part).matches());
    }

    private static Link link(String part, int first, Path file, long line) throws InputException {
        Matcher matcher = LINK.matcher(part);
        if (!matcher.matches()) {
            throw InputException.at(
                    file,
                    line,
                    "'" + Excerpt.of(part) + "' in pair " + (line - 1) + " (counted from 0) is no link; links are written"
                            + " i-j (sure) or i?j (possible), counted from 0");
        }
        boolean possible = !matcher.group(2).equals("-") || "P".equals(matcher.group(4));
        float confidence = matcher.group(5) == null ? 1f : LinkParts.confidence(matcher.group(5), part, file, line);
        int source = Integer.parseInt(matcher.group(1)) - first;
        int target = Integer.parseInt(matcher.group(3)) - first;
        if (source < 0 || target < 0) {
            throw InputException.at(file, line, "the link '" + part + "' has a unit 0, but here units are to be counted from 1");
        }
        return new Link(
                source,
                target,
                possible ? LinkState.POSSIBLE : LinkState.SURE,
                confidence);
    }
}
