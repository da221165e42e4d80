package org.hydraworkbench.text;

/** The beginning of a text, short enough to be read in a message. */
public final class Excerpt {

    private static final int CHARACTERS = 60;

    private Excerpt() {}

    /** The first {@value #CHARACTERS} characters without the spaces around, and an ellipsis where there are more. */
    public static String of(String text) {
        String shown = text.strip();
        return shown.codePointCount(0, shown.length()) <= CHARACTERS
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
