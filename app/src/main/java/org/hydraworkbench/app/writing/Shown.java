package org.hydraworkbench.app.writing;

/** How a text of any length is shown: JavaFX lays out a few thousand characters well, and ends in an exception at some fifty thousand. */
public final class Shown {

    /** Characters (UTF-16) of a text that are shown; more than a cell, a card or a tooltip has room for. */
    static final int MOST = 2_000;

    private Shown() {}

    /** The text, or its beginning with an ellipsis where it is too long to be shown. */
    public static String of(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "…";
    }
}
