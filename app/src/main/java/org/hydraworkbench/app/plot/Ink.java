package org.hydraworkbench.app.plot;

/** What a line or a text in a plot is for; the theme of the window, or the page it is exported to, decides the colour. */
public enum Ink {
    TEXT("-color-fg-default", "#1f2328"),
    MUTED("-color-fg-muted", "#59636e"),
    GRID("-color-border-muted", "#d8dee4"),
    PAPER("-color-bg-default", "#ffffff"),
    FIRST("-color-accent-emphasis", "#0969da"),
    SECOND("-color-danger-emphasis", "#cf222e"),
    THIRD("-color-success-emphasis", "#1f883d"),
    FOURTH("-color-done-emphasis", "#8250df"),
    FIFTH("-color-warning-emphasis", "#9a6700"),
    SIXTH("-color-sponsors-emphasis", "#bf3989");

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
