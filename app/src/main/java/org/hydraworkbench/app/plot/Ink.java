package org.hydraworkbench.app.plot;

/** What a line or a text in a plot is for; the theme of the window, or the page it is exported to, decides the colour. */
public enum Ink {
    TEXT("-color-fg-default", "#1f2328"),
    MUTED("-color-fg-muted", "#59636e"),
    GRID("-color-border-muted", "#d8dee4"),
    PAPER("-color-bg-default", "#ffffff"),
    BASELINE("-color-chart-8", "#888888"),
    FIRST("-color-accent-emphasis", "#0969da"),
    SECOND("-color-chart-1", "#f3622d"),
    THIRD("-color-chart-3", "#57b757"),
    FOURTH("-color-chart-6", "#9a42c8"),
    FIFTH("-color-chart-2", "#fba71b"),
    SIXTH("-color-chart-7", "#c84164");

    private static final Ink[] SERIES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH};

    private final String themeColour;
    private final String paperColour;

    Ink(String themeColour, String paperColour) {
        this.themeColour = themeColour;
        this.paperColour = paperColour;
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
}
