package org.hydraworkbench.text;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Keeps a text that runs from right to left together where it stands in another one, by the isolates of the Unicode bidirectional
 * algorithm (section 2.4): what is around it, a full stop or a number, then stays where it belongs. For what a person reads in the window
 * only: what is stored or written to a file has no such characters. A text without letters that run from right to left is left as it is.
 */
public final class Isolates {

    private static final char LEFT_TO_RIGHT = '\u2066';
    private static final char RIGHT_TO_LEFT = '\u2067';
    private static final char BY_FIRST_LETTER = '\u2068';
    private static final char END = '\u2069';

    private static final Pattern QUOTED = Pattern.compile("(?<=[“‘])[^“”‘’\u2068\u2069]+(?=[”’])");

    private Isolates() {}

    /** A text to be put into another one; it runs as its first letter does. */
    public static String of(String text) {
        return Direction.RIGHT_TO_LEFT.isIn(text) ? BY_FIRST_LETTER + text + END : text;
    }

    /** A text to be put into another one, or to be drawn where a line has no direction of its own, that runs in a known direction. */
    public static String of(String text, Direction direction) {
        return switch (direction) {
            case LEFT_TO_RIGHT -> Direction.RIGHT_TO_LEFT.isIn(text) ? LEFT_TO_RIGHT + text + END : text;
            case RIGHT_TO_LEFT -> RIGHT_TO_LEFT + text + END;
        };
    }

    /** A path to be put into a text: folders from right to left stand one in the other as the rest do, not in reverse. */
    public static String of(Path path) {
        if (path.getNameCount() < 2 || !Direction.RIGHT_TO_LEFT.isIn(path.toString())) {
            return of(path.toString());
        }
        String separator = path.getFileSystem().getSeparator();
        String root = path.getRoot() == null ? "" : path.getRoot().toString();
        return StreamSupport.stream(path.spliterator(), false)
                .map(name -> of(name.toString()))
                .collect(Collectors.joining(separator, LEFT_TO_RIGHT + root, String.valueOf(END)));
    }

    /** A sentence that was put together elsewhere, with what stands between its quotation marks (“ and ”, ‘ and ’) isolated. */
    public static String quoted(String sentence) {
        return Direction.RIGHT_TO_LEFT.isIn(sentence)
                ? QUOTED.matcher(sentence).replaceAll(match -> Matcher.quoteReplacement(of(match.group())))
                : sentence;
    }
}
