package org.hydraworkbench.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.UsageException;

/**
 * The two columns of a table that hold the sentences.
 *
 * @param source counted from 0
 * @param target counted from 0; another than the source
 */
public record Columns(int source, int target) {

    static final Columns FIRST_TWO = new Columns(0, 1);

    private static final Pattern TYPED = Pattern.compile("\\s*([1-9][0-9]{0,3})\\s*,\\s*([1-9][0-9]{0,3})\\s*");

    public Columns {
        if (source < 0 || target < 0 || source == target) {
            throw new IllegalArgumentException("columns " + source + " and " + target);
        }
    }

    /**
     * The columns that a person names, counted from 1, {@code 1,3} for instance.
     *
     * @throws UsageException when that is not two different columns
     */
    public static Columns parse(String text) throws UsageException {
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches() || typed.group(1).equals(typed.group(2))) {
            throw new UsageException("Columns " + text + ": name two different columns, counted from 1, source first: 1,3.");
        }
        return new Columns(Integer.parseInt(typed.group(1)) - 1, Integer.parseInt(typed.group(2)) - 1);
    }

    /** How many columns a line must have. */
    int least() {
        return Math.max(source, target) + 1;
    }
}
