package org.hydraworkbench.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a text that are no pairs of sentences and are left out, each with its reason. */
final class BadLines {

    private static final int NAMED = 5;
    private static final int EXPLAINED = 20;
    private static final int LONGEST_REASON = 200;

    private final List<Long> first = new ArrayList<>();
    private final List<String> explained = new ArrayList<>();
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private long count;

    /**
     * @param line counted from 1
     * @param reason why it is no pair, without its place
     */
    void add(long line, String reason) {
        count++;
        if (first.size() < NAMED) {
            first.add(line);
        }
        String shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
        if (explained.size() < EXPLAINED) {
            explained.add(String.format(Locale.ROOT, "Line %,d: %s.", line, shown));
        }
        reasons.merge(shown, 1L, Long::sum);
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
        return count == 1
                ? "Line " + which() + " is no pair of sentences."
                : String.format(Locale.ROOT, "%,d lines are no pairs of sentences: %s.", count, which());
    }

    /** The first of them. */
    String which() {
        return first.stream().map(line -> String.format(Locale.ROOT, "%,d", line)).collect(Collectors.joining(", "))
                + (count > first.size() ? " and others" : "");
    }

    long count() {
        return count;
    }

    /** Why: the first {@value #EXPLAINED} lines with their reasons, a sentence each, and where there are more, how many for each. */
    List<String> reasons() {
        List<String> all = new ArrayList<>(explained);
        if (count > explained.size()) {
            reasons.forEach((reason, lines) -> all.add(String.format(Locale.ROOT, "In all, %,d: %s.", lines, reason)));
        }
        return all;
    }
}
