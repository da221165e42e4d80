package org.hydraworkbench.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tab-separated values as every table of this program has them: what parts cells and lines is a space inside a cell. */
public final class Tsv {

    private static final Pattern PARTING = Pattern.compile("[\\t\\r\\n]+");

    private Tsv() {}

    /** A row with its line feed. A lone carriage return ends a line for many a reader, so none is left either. */
    public static String row(List<String> cells) {
        return cells.stream().map(Tsv::cell).collect(Collectors.joining("\t", "", "\n"));
    }

    /** A row with its line feed. */
    public static String row(String... cells) {
        return row(Arrays.asList(cells));
    }

    /** A text as it stands in a cell, or on a line of its own. */
    public static String cell(String text) {
        return PARTING.matcher(text).replaceAll(" ");
    }
}
