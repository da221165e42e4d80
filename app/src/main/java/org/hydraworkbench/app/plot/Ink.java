package org.hydraworkbench.app.plot;

/** What a line or a text in a plot is for; the theme of the window, or the page it is exported to, decides the colour. */
public enum Ink {
    TEXT("-color-fg-default", "#1f2328", "#e6edf3"),
    MUTED("-color-fg-muted", "#59636e", "#9198a1"),
    GRID("-color-border-muted", "#d8dee4", "#3d444d"),
    PAPER("-color-bg-default", "#ffffff", "#0d1117"),
    BASELINE("-color-chart-8", "#888888", "#8b949e"),
    FIRST("-color-accent-emphasis", "#0969da", "#4493f8"),
    SECOND("-color-chart-1", "#f3622d", "#f78166"),
    THIRD("-color-chart-3", "#57b757", "#56d364"),
    FOURTH("-color-chart-6", "#9a42c8", "#bc8cff"),
    FIFTH("-color-chart-2", "#fba71b", "#e3b341"),
    SIXTH("-color-chart-7", "#c84164", "#f778ba");

    private static final Ink[] SERIES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH};

    private final String themeColour;
    private final String paperColour;
    private final String darkColour;

    Ink(String themeColour, String paperColour, String darkColour) {
        this.themeColour = themeColour;
        this.paperColour = paperColour;
        this.darkColour = darkColour;
    }

    /** The ink of the series with this number, from 0; six inks take turns. */
    public static Ink ofSeries(int number) {
        return SERIES[Math.floorMod(number, SERIES.length)];
    }

    /** The name of the colour in the style sheets of the window. */
    String themeColour() {
        return themeColour;
    }

    /** The colour on white paper, as {@code #rrggbb}. */
    String paperColour() {
        return paperColour;
    }

    /** The colour on a dark page, as {@code #rrggbb}. */
    String darkColour() {
        return darkColour;
    }
}
