package org.hydraworkbench.app.alignment;

/** Where the words of a line stand: from the left, or from the right for scripts that run so. */
final class LinksLayout {

    private LinksLayout() {}

    /** The left edges of words of these widths on a line of {@code width}, {@code gap} apart. */
    static double[] edges(double[] widths, double gap, double width, boolean fromRight) {
        double[] edges = new double[widths.length];
        double at = 0;
        for (int k = 0; k < widths.length; k++) {
            edges[k] = fromRight ? width - at - widths[k] : at;
            at += widths[k] + gap;
        }
        return edges;
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
