package org.hydraworkbench.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table.
 *
 * @param rows the first rows that are text and not blank, with all their cells; a head is among them
 * @param columns those that hold the sentences; null when it could not be told which these are
 * @param head what the first line calls these columns, source first, where it seems to name them; else empty
 */
public record TableSample(List<List<String>> rows, @Nullable Columns columns, List<String> head) {

    public TableSample {
        rows = rows.stream().map(List::copyOf).toList();
        head = List.copyOf(head);
    }

    /** How many columns there are. */
    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }
}
