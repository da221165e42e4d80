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
     * @param baseline whether it is there for comparison only; drawn in grey
     */
    public record Bar(String name, double value, boolean baseline) {}

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
            highest = Math.max(highest, bar.value());
        }
        double top = text * 2;
        double row = Math.min(text * 2, (surface.height() - top) / Math.max(1, bars.size()));
        double width = Math.max(10, surface.width() - left - text * 4);
        for (Bar bar : bars) {
            double middle = top + row / 2;
            double length = highest == 0 ? 0 : bar.value() / highest * width;
            surface.text(bar.name(), left - GAP * 2, left - GAP, middle, Surface.Anchor.END, Ink.TEXT);
            surface.bar(left, top + row * 0.2, Math.max(1, length), row * 0.6, bar.baseline() ? Ink.BASELINE : Ink.FIRST);
            surface.text(Numbers.hundredths(bar.value()), left + length + GAP, middle, Surface.Anchor.START, Ink.MUTED);
            top += row;
        }
    }

    @Override
    public List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", title));
        bars.forEach(bar -> rows.add(List.of(bar.name(), Numbers.exact(bar.value()))));
        return rows;
    }

    @Override
    public String description() {
        StringBuilder words = new StringBuilder(title);
        bars.forEach(bar -> words.append("; ").append(bar.name()).append(": ").append(Numbers.hundredths(bar.value())));
        return words.toString();
    }

    @Override
    public String valuesAt(Surface surface, double x, double y) {
        double top = surface.textSize() * 2;
        double row = Math.min(surface.textSize() * 2, (surface.height() - top) / Math.max(1, bars.size()));
        int index = (int) Math.floor((y - top) / row);
        return index < 0 || index >= bars.size()
                ? ""
                : bars.get(index).name() + ": " + Numbers.exact(bars.get(index).value());
    }
}
