package org.hydraworkbench.document.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text without its end, which is a line feed with or without a carriage return before it.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
record Line(int start, int end) {

    /** Those of a text; none after the last line end. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            lines.add(new Line(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
            start = feed < 0 ? text.length() : feed + 1;
        }
        return lines;
    }
}
