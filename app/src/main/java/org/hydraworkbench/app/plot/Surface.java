package org.hydraworkbench.app.plot;

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

    void text(String text, double x, double y, Anchor anchor, Ink ink);
}
