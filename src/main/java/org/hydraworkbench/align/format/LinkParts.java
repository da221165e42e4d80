package org.hydraworkbench.align.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;

/** What the readers share: words between spaces, confidences, checks of an index, with the messages of their faults. */
final class LinkParts {

    private LinkParts() {}

    /** What stands between ASCII white space, as in text that was tokenised before; spaces of other kinds are parts of words. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean space = i == line.length() || isSpace(line.charAt(i));
            if (!space && start < 0) {
                start = i;
            } else if (space && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** A confidence; {@code part} is what it was found in. */
    static float confidence(String number, String part, Path file, long line) throws InputException {
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

    /**
     * Makes sure that an index lies within its side.
     *
     * @param index counted from 0
     * @param part the link as it was written
     * @param pair the pair's number as the format counts
     * @param first what the format counts from, 0 or 1
     */
    static void check(int index, int length, String side, String part, Path file, long line, long pair, int first)
            throws InputException {
        if (index >= length) {
            throw InputException.at(
                    file,
                    line,
                    "the link '" + part + "' of pair " + pair + " points beyond the " + side + " side, which has " + length
                            + " units (pairs and units counted from " + first + ")");
        }
    }
}
