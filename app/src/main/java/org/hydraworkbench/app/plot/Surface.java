package org.hydraworkbench.app.plot;

import java.text.BreakIterator;
import java.util.Locale;

/** Something to draw on: the window or an SVG file. Lengths are in pixels, the origin is the upper left corner. */
public interface Surface {

    /** Where a text stands relative to its point, horizontally; vertically it is centred on the point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    double width();

    double height();

    /** The size of ordinary text, its height in pixels. */
    double textSize();

    /** A guess at how wide a text is. */
    double textWidth(String text);

    void line(double x1, double y1, double x2, double y2, Ink ink, double thickness);

    /** A line through the first {@code count} points. */
    void polyline(double[] xs, double[] ys, int count, Ink ink, double thickness);

    /** A filled rectangle. */
    void bar(double x, double y, double width, double height, Ink ink);

    /** A filled circle. */
    void dot(double x, double y, double radius, Ink ink);

    /** Writes a text in its own direction. */
    void text(String text, double x, double y, Anchor anchor, Ink ink);

    /** The same in a place that is {@code room} wide: a longer text by its beginning. */
    default void text(String text, double room, double x, double y, Anchor anchor, Ink ink) {
        text(fitting(text, room), x, y, anchor, ink);
    }

    /** A text, or as much of its beginning as there is room for with an ellipsis, never a part of what a reader sees as one character. */
    default String fitting(String text, double room) {
        if (textWidth(text) <= room) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        String longest = "…";
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            String beginning = text.substring(0, end).stripTrailing() + "…";
            if (textWidth(beginning) > room) {
                break;
            }
            longest = beginning;
        }
        return longest;
    }
}
