package org.hydraworkbench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lines of a text that are no pairs of sentences and are left out. */
final class BadLines {

    private static final int NAMED = 5;

    private final List<Long> first = new ArrayList<>();
    private long count;

    /** @param line counted from 1 */
    void add(long line) {
        count++;
        if (first.size() < NAMED) {
            first.add(line);
        }
    }

    /** That they were left out, if there are any. */
    List<String> notes() {
        return count == 0 ? List.of() : List.of(describe() + (count == 1 ? " It was left out." : " They were left out."));
    }

    /** Which they are, in a sentence; empty when there are none. */
    String describe() {
        if (count == 0) {
            return "";
        }
        String which = first.stream().map(line -> String.format(Locale.ROOT, "%,d", line)).collect(Collectors.joining(", "));
        return count == 1
                ? "Line " + which + " is no pair of sentences."
                : String.format(Locale.ROOT, "%,d lines are no pairs of sentences: %s%s.",
                        count, which, count > first.size() ? " and others" : "");
    }
}
