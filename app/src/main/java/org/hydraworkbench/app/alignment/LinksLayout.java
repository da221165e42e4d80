package org.hydraworkbench.app.alignment;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Where the words of two sentences stand, one above the other: at the left, or at the right for scripts that run so; in as many rows as
 * are needed, with like parts of both in one row, so that words and their translations stay near each other.
 */
final class LinksLayout {

    /** A row that is filled no more than this has room for the last of its words. */
    private static final double FILLED = 0.8;

    private LinksLayout() {}

    /** The left edges of words of these widths, from left to right, on a line of {@code width}, {@code gap} apart. */
    static double[] edges(double[] widths, double gap, double width, boolean fromRight) {
        double[] edges = new double[widths.length];
        double at = fromRight ? width - length(widths, gap) : 0;
        for (int k = 0; k < widths.length; k++) {
            edges[k] = at;
            at += widths[k] + gap;
        }
        return edges;
    }

    /** How many rows a line of this length takes in a place of this width. */
    static int rows(double length, double width) {
        return length <= width ? 1 : (int) Math.ceil(length / (width * FILLED));
    }

    /**
     * In which of {@code rows} rows each word stands: each row has about the same part of the whole line. What belongs together, such as the
     * digits of a number, stays in a row as far as there is room.
     *
     * @param width of the place for a row
     * @param mayBegin whether a row may begin with the word with this number
     */
    static int[] rowsOf(double[] widths, double gap, int rows, double width, IntPredicate mayBegin) {
        double whole = length(widths, gap);
        double widest = Arrays.stream(widths).max().orElse(0);
        double room = width - whole / rows - widest; // a row ends within a word
        double together = 0;
        int[] row = new int[widths.length];
        double at = 0;
        for (int k = 0; k < widths.length; k++) {
            row[k] = Math.clamp((int) Math.floor((at + widths[k] / 2) / whole * rows), 0, rows - 1);
            boolean goesOn = k > 0 && !mayBegin.test(k);
            together = goesOn ? together + gap + widths[k] : widths[k];
            if (goesOn && together <= room) {
                row[k] = row[k - 1];
            }
            at += widths[k] + gap;
        }
        return row;
    }

    /** The width of a line. */
    static double length(double[] widths, double gap) {
        double sum = Math.max(0, widths.length - 1) * gap;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }
}
