package org.hydraworkbench.align;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;

/**
 * Links as text, one line a pair: {@code i-j}, source first, counted from 0, separated by spaces; {@code i?j} is a possible link.
 * Read are also {@code ipj} (possible, as the TALP format of the XL-WA and WPT gold sets writes it), {@code i-jS} and {@code i-jP}, and a
 * confidence at the end, {@code i-j:0.83}. An empty line is a pair without links.
 */
public final class Pharaoh {

    private static final Pattern LINK = Pattern.compile("([0-9]{1,9})([-?p])([0-9]{1,9})([SP])?(?::([0-9.eE+-]{1,24}))?");

    private Pharaoh() {}

    /** One line, without a line end. Rejected links are left out. */
    public static String format(Alignment alignment) {
        StringBuilder line = new StringBuilder();
        for (Link link : alignment.links()) {
            char mark = switch (link.state()) {
                case SURE -> '-';
                case POSSIBLE -> '?';
                case REJECTED -> '\0';
            };
            if (mark != '\0') {
                line.append(line.isEmpty() ? "" : " ").append(link.source()).append(mark).append(link.target());
            }
        }
        return line.toString();
    }

    /**
     * Reads one line without knowing the lengths of its pair.
     *
     * @param file named in errors
     * @param line named in errors, from 1; also the pair's number plus 1
     * @throws InputException naming file, line and what is wrong
     */
    public static Alignment parse(String text, Path file, long line) throws InputException {
        return parse(text, Integer.MAX_VALUE, Integer.MAX_VALUE, file, line);
    }

    /**
     * Reads one line and checks every index.
     *
     * @param sources number of source units of the pair
     * @param targets number of target units of the pair
     * @param file named in errors
     * @param line named in errors, from 1; also the pair's number plus 1
     * @throws InputException naming file, line and what is wrong
     */
    public static Alignment parse(String text, int sources, int targets, Path file, long line) throws InputException {
        List<Link> links = new ArrayList<>();
        for (String part : text.strip().split("[ \t\r]+", -1)) {
            if (!part.isEmpty()) {
                Link link = link(part, file, line);
                check(link.source(), sources, "source", part, file, line);
                check(link.target(), targets, "target", part, file, line);
                links.add(link);
            }
        }
        return Alignment.of(links);
    }

    /** All lines of a file, plain or gzip, whose pairs are not at hand. */
    public static List<Alignment> readAll(Path file) throws HydraException {
        List<Alignment> all = new ArrayList<>();
        try (TextLines lines = TextLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(parse(line, file, lines.lineNumber()));
            }
        }
        return all;
    }

    private static Link link(String part, Path file, long line) throws InputException {
        Matcher matcher = LINK.matcher(part);
        if (!matcher.matches()) {
            throw InputException.at(
                    file, line, "'" + part + "' is no link; links are written i-j (sure) or i?j (possible), counted from 0");
        }
        boolean possible = !matcher.group(2).equals("-") || "P".equals(matcher.group(4));
        float confidence = matcher.group(5) == null ? 1f : confidence(matcher.group(5), part, file, line);
        return new Link(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(3)),
                possible ? LinkState.POSSIBLE : LinkState.SURE,
                confidence);
    }

    private static float confidence(String number, String part, Path file, long line) throws InputException {
        try {
            float value = Float.parseFloat(number);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputException(file + ":" + line + ": the confidence in '" + part + "' is no number", e);
        }
        throw InputException.at(file, line, "the confidence in '" + part + "' is not between 0 and 1");
    }

    private static void check(int index, int length, String side, String part, Path file, long line) throws InputException {
        if (index >= length) {
            throw InputException.at(
                    file,
                    line,
                    "the link '" + part + "' of pair " + (line - 1) + " points beyond the " + side + " side, which has " + length
                            + " units (counted from 0)");
        }
    }
}
