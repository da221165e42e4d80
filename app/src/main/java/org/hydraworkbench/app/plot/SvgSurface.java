package org.hydraworkbench.app.plot;

import java.util.Locale;
import org.hydraworkbench.text.Direction;

/** Collects a drawing as SVG 1.1, in the colours for white paper. */
public final class SvgSurface implements Surface {

    private static final double TEXT = 13;

    private final double width;
    private final double height;
    private final StringBuilder body = new StringBuilder();

    private SvgSurface(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** The drawing as an {@code svg} element that may stand in a file of its own or inside a page. */
    public static String draw(Drawing drawing, double width, double height) {
        SvgSurface surface = new SvgSurface(width, height);
        drawing.paint(surface);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" font-size=\"%.0f\" role=\"img\">%n<title>%s</title>%n",
                        width, height, width, height, TEXT, escaped(drawing.description()))
                + surface.body
                + "</svg>\n";
    }

    /** Style rules that turn the colours of drawings in a page into those for a dark one. */
    public static String darkStyle() {
        StringBuilder rules = new StringBuilder();
        for (Ink ink : Ink.values()) {
            rules.append(String.format(
                    Locale.ROOT, "svg [fill=\"%1$s\"] { fill: %2$s } svg [stroke=\"%1$s\"] { stroke: %2$s }%n",
                    ink.paperColour(), ink.darkColour()));
        }
        return rules.toString();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public double textSize() {
        return TEXT;
    }

    /** Sans-serif letters are a little over half as wide as high. */
    @Override
    public double textWidth(String text) {
        return text.codePointCount(0, text.length()) * TEXT * 0.56;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double thickness) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1, y1, x2, y2, ink.paperColour(), thickness);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, Ink ink, double thickness) {
        if (count < 2) {
            return;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(String.format(Locale.ROOT, i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", xs[i], ys[i]));
        }
        add("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linejoin=\"round\" points=\"%s\"/>",
                ink.paperColour(), thickness, points);
    }

    @Override
    public void bar(double x, double y, double barWidth, double barHeight, Ink ink) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, barWidth, barHeight, ink.paperColour());
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, ink.paperColour());
    }

    @Override
    public void text(String text, double x, double y, Anchor anchor, Ink ink) {
        text("", text, x, y, anchor, ink);
    }

    /** What is cut is told whole under the mouse. */
    @Override
    public void text(String text, double room, double x, double y, Anchor anchor, Ink ink) {
        String shown = fitting(text, room);
        text(shown.equals(text) ? "" : "<title>" + escaped(text) + "</title>", shown, x, y, anchor, ink);
    }

    private void text(String title, String text, double x, double y, Anchor anchor, Ink ink) {
        boolean fromRight = Direction.of(text) == Direction.RIGHT_TO_LEFT;
        add("<text x=\"%.1f\" y=\"%.1f\" dy=\"0.35em\"%s text-anchor=\"%s\" fill=\"%s\">%s%s</text>",
                x, y, fromRight ? " direction=\"rtl\" unicode-bidi=\"embed\"" : "", place(anchor, fromRight), ink.paperColour(), title,
                escaped(text));
    }

    /** The start of a text from right to left is its right end. */
    private static String place(Anchor anchor, boolean fromRight) {
        return switch (anchor) {
            case START -> fromRight ? "end" : "start";
            case MIDDLE -> "middle";
            case END -> fromRight ? "start" : "end";
        };
    }

    private void add(String format, Object... values) {
        body.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
