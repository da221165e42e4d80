package org.hydraworkbench.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Curves over a common x, with axes, a grid and a legend. Thousands of points cost no more than the width in pixels. */
public final class CurvesDrawing implements Drawing {

    private static final double GAP = 8;

    /** From one row of the legend to the next, times the size of the text. */
    private static final double LEGEND_LINE = 1.4;

    private final String title;
    private final String across;
    private boolean logarithmic;
    private List<Curve> curves = List.of();

    /**
     * @param title what the curves show, with its unit
     * @param across what x is
     */
    public CurvesDrawing(String title, String across) {
        this.title = title;
        this.across = across;
    }

    /** Shows these curves from now on; they may go on growing. */
    public void setCurves(List<Curve> shown) {
        curves = List.copyOf(shown);
    }

    public List<Curve> curves() {
        return curves;
    }

    /** Whether y is drawn on a logarithmic scale, as far as all values are positive. */
    public void setLogarithmic(boolean value) {
        logarithmic = value;
    }

    private record Frame(double left, double top, double width, double height, Axis across, Axis up) {}

    private Frame frame(Surface surface) {
        double text = surface.textSize();
        double left = text * 4.5;
        double top = text * 2 + (legendRows(surface).size() - 1) * text * LEGEND_LINE;
        double width = Math.max(10, surface.width() - left - text);
        double height = Math.max(10, surface.height() - top - text * 3);
        double lowX = 0;
        double highX = 1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean any = false;
        for (Curve curve : curves) {
            if (curve.size() > 0) {
                double[] range = curve.range();
                low = Math.min(low, range[0]);
                high = Math.max(high, range[1]);
                lowX = any ? Math.min(lowX, curve.x(0)) : curve.x(0);
                highX = any ? Math.max(highX, curve.x(curve.size() - 1)) : curve.x(curve.size() - 1);
                any = true;
            }
        }
        Axis acrossAxis = new Axis(lowX, highX > lowX ? highX : lowX + 1, false);
        return new Frame(
                left, top, width, height, acrossAxis, any ? Axis.around(low, high, logarithmic) : new Axis(0, 1, false));
    }

    @Override
    public void paint(Surface surface) {
        Frame frame = frame(surface);
        paintAxes(surface, frame);
        for (int i = 0; i < curves.size(); i++) {
            CurveThinning thin = new CurveThinning(
                    curves.get(i), frame.across, frame.up, frame.left, frame.top, frame.width, frame.height);
            surface.polyline(thin.xs, thin.ys, thin.count, Ink.ofSeries(i), 1.5);
            if (curves.get(i).size() > 0 && curves.get(i).size() <= 40) {
                for (int point = 0; point < thin.count; point++) {
                    surface.dot(thin.xs[point], thin.ys[point], 2.5, Ink.ofSeries(i));
                }
            }
        }
        paintLegend(surface, frame);
    }

    private void paintAxes(Surface surface, Frame frame) {
        double text = surface.textSize();
        double bottom = frame.top + frame.height;
        surface.text(title, GAP, text * 0.9, Surface.Anchor.START, Ink.TEXT);
        for (double tick : frame.up.ticks((int) Math.max(2, frame.height / (text * 3)))) {
            double y = frame.top + (1 - frame.up.share(tick)) * frame.height;
            surface.line(frame.left, y, frame.left + frame.width, y, Ink.GRID, 1);
            surface.text(Numbers.brief(tick), frame.left - GAP, y, Surface.Anchor.END, Ink.MUTED);
        }
        boolean whole = isWhole();
        for (double tick : frame.across.ticks((int) Math.max(2, frame.width / (text * 7)))) {
            if (whole && tick != Math.rint(tick)) {
                continue;
            }
            double x = frame.left + frame.across.share(tick) * frame.width;
            surface.line(x, bottom, x, bottom + 4, Ink.MUTED, 1);
            String name = Numbers.brief(tick);
            double half = surface.textWidth(name) / 2;
            surface.text(name, Math.min(x, surface.width() - half - 1), bottom + text, Surface.Anchor.MIDDLE, Ink.MUTED);
        }
        surface.line(frame.left, bottom, frame.left + frame.width, bottom, Ink.MUTED, 1);
        surface.text(across, frame.left + frame.width / 2, bottom + text * 2.2, Surface.Anchor.MIDDLE, Ink.MUTED);
    }

    /** Whether x counts something, so that there is nothing between 1 and 2. */
    private boolean isWhole() {
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                if (curve.x(i) != Math.rint(curve.x(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void paintLegend(Surface surface, Frame frame) {
        List<List<Integer>> rows = legendRows(surface);
        for (int row = 0; row < rows.size(); row++) {
            double x = frame.left + frame.width;
            double y = surface.textSize() * (0.9 + row * LEGEND_LINE);
            for (int i : rows.get(row).reversed()) {
                String name = curves.get(i).name();
                x -= surface.textWidth(name);
                surface.text(name, x, y, Surface.Anchor.START, Ink.MUTED);
                x -= GAP;
                surface.dot(x, y, 4, Ink.ofSeries(i));
                x -= GAP * 2;
            }
        }
    }

    /** Which curves are named in which row: beside the title what has room there, the others below. At least one row, maybe empty. */
    private List<List<Integer>> legendRows(Surface surface) {
        List<List<Integer>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        if (curves.size() < 2) {
            return rows;
        }
        double all = 0;
        for (Curve curve : curves) {
            all += legendWidth(surface, curve);
        }
        double most = surface.width() - surface.textSize() - GAP;
        double free = most - surface.textWidth(title) - GAP * 2;
        if (all > free) {
            rows.add(new ArrayList<>());
            free = most;
        }
        for (int i = 0; i < curves.size(); i++) {
            double width = legendWidth(surface, curves.get(i));
            if (width > free && !rows.getLast().isEmpty()) {
                rows.add(new ArrayList<>());
                free = most;
            }
            rows.getLast().add(i);
            free -= width;
        }
        return rows;
    }

    private static double legendWidth(Surface surface, Curve curve) {
        return surface.textWidth(curve.name()) + GAP * 3;
    }

    @Override
    public List<List<String>> table() {
        TreeSet<Double> places = new TreeSet<>();
        for (Curve curve : curves) {
            for (int i = 0; i < curve.size(); i++) {
                places.add(curve.x(i));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(across));
        curves.forEach(curve -> header.add(curve.name()));
        rows.add(header);
        for (double x : places) {
            List<String> row = new ArrayList<>(List.of(Numbers.exact(x)));
            for (Curve curve : curves) {
                int at = curve.nearest(x);
                row.add(at >= 0 && curve.x(at) == x ? Numbers.exact(curve.y(at)) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(title);
        for (Curve curve : curves) {
            if (curve.size() > 0) {
                text.append("; ").append(curve.name()).append(": ").append(Numbers.brief(curve.y(0)))
                        .append(" → ").append(Numbers.brief(curve.y(curve.size() - 1)));
            }
        }
        return text.toString();
    }

    @Override
    public String valuesAt(Surface surface, double x, double y) {
        Frame frame = frame(surface);
        double share = (x - frame.left) / frame.width;
        if (share < 0 || share > 1 || curves.stream().allMatch(curve -> curve.size() == 0)) {
            return "";
        }
        double wanted = frame.across.value(share);
        StringBuilder text = new StringBuilder();
        for (Curve curve : curves) {
            int at = curve.nearest(wanted);
            if (at >= 0) {
                text.append(text.isEmpty() ? "" : "\n").append(curve.name()).append(": ").append(Numbers.brief(curve.y(at)))
                        .append("  (").append(across).append(' ').append(Numbers.brief(curve.x(at))).append(')');
            }
        }
        return text.toString();
    }
}
