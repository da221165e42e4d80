package org.hydraworkbench.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param line in which it begins, counted from 1
 * @param cells at least one; none has a line feed; empty where the row is at fault
 * @param fault why the line is no text, without its place; null when it is one
 */
record TableRow(long line, List<String> cells, @Nullable String fault) {

    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isBlank);
    }

    /** A cell; empty where the row is too short. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
