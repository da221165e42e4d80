package org.hydraworkbench.app.plot;

import java.util.ArrayList;
import java.util.List;

/** One measured number for each of several things, as horizontal bars from zero. */
public final class BarsDrawing implements Drawing {

    /**
     * One bar.
     *
     * @param name what was measured
     * @param value the number, 0 or more
     * @param low the lower end of an interval around it; NaN for none
     * @param high its upper end
     * @param baseline whether it is there for comparison only; drawn in grey
     */
    public record Bar(String name, double value, double low, double high, boolean baseline) {

        /** One without an interval. */
        public Bar(String name, double value, boolean baseline) {
            this(name, value, Double.NaN, Double.NaN, baseline);
        }

        private boolean hasInterval() {
            return !Double.isNaN(low);
        }

        /** How far it reaches. */
        private double end() {
            return hasInterval() ? Math.max(value, high) : value;
        }

        private String words() {
            return Numbers.hundredths(value) + (hasInterval() ? " [" + Numbers.hundredths(low) + ", " + Numbers.hundredths(high) + "]" : "");
        }
    }

    private static final double GAP = 8;

    /** Pixels in which bars can still be compared; names have the rest, as far as they need it. */
    private static final double LEAST_BARS = 60;

    private final String title;
    private List<Bar> bars;

    public BarsDrawing(String title, List<Bar> bars) {
        this.title = title;
        this.bars = List.copyOf(bars);
    }

    public void setBars(List<Bar> shown) {
        bars = List.copyOf(shown);
    }

    /** The height at which all bars can be told apart. */
    public double comfortableHeight(double textSize) {
        return textSize * (2.2 + 1.8 * Math.max(1, bars.size()));
    }

    @Override
    public void paint(Surface surface) {
        double text = surface.textSize();
        surface.text(title, GAP, text * 0.9, Surface.Anchor.START, Ink.TEXT);
        double left = GAP;
        double highest = 0;
        double most = surface.width() - text * 4 - Math.max(LEAST_BARS, surface.width() * 0.2);
        for (Bar bar : bars) {
            left = Math.max(left, Math.min(most, surface.textWidth(bar.name()) + GAP * 2));
            highest = Math.max(highest, bar.end());
        }
        double top = text * 2;
        double row = Math.min(text * 2, (surface.height() - top) / Math.max(1, bars.size()));
        double width = Math.max(10, surface.width() - left - text * 5);
        for (Bar bar : bars) {
            double middle = top + row / 2;
            double scale = highest == 0 ? 0 : width / highest;
            double length = bar.value() * scale;
            surface.text(bar.name(), left - GAP * 2, left - GAP, middle, Surface.Anchor.END, Ink.TEXT);
            surface.bar(left, top + row * 0.2, Math.max(1, length), row * 0.6, bar.baseline() ? Ink.BASELINE : Ink.FIRST);
            if (bar.hasInterval()) {
                surface.line(left + bar.low() * scale, middle, left + bar.high() * scale, middle, Ink.TEXT, 1.5);
                for (double end : new double[] {bar.low(), bar.high()}) {
                    surface.line(left + end * scale, middle - row * 0.15, left + end * scale, middle + row * 0.15, Ink.TEXT, 1.5);
                }
            }
            surface.text(Numbers.hundredths(bar.value()), left + bar.end() * scale + GAP, middle, Surface.Anchor.START, Ink.MUTED);
            top += row;
        }
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        boolean intervals = bars.stream().anyMatch(Bar::hasInterval);
        rows.add(intervals ? List.of("", title, "low", "high") : List.of("", title));
        for (Bar bar : bars) {
            rows.add(intervals
                    ? List.of(bar.name(), Numbers.exact(bar.value()), Numbers.exact(bar.low()), Numbers.exact(bar.high()))
                    : List.of(bar.name(), Numbers.exact(bar.value())));
        }
        return rows;
    }

    @Override
    public String description() {
        StringBuilder words = new StringBuilder(title);
        bars.forEach(bar -> words.append("; ").append(bar.name()).append(": ").append(bar.words()));
        return words.toString();
    }

    @Override
    public String valuesAt(Surface surface, double x, double y) {
        double top = surface.textSize() * 2;
        double row = Math.min(surface.textSize() * 2, (surface.height() - top) / Math.max(1, bars.size()));
        int index = (int) Math.floor((y - top) / row);
        return index < 0 || index >= bars.size()
                ? ""
                : bars.get(index).name() + ": " + bars.get(index).words();
    }
}
