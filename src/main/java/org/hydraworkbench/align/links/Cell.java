package org.hydraworkbench.align.links;

import java.util.Comparator;

/**
 * One place in the grid of a pair: two units, linked or not.
 *
 * @param source index of the source unit (the row), from 0
 * @param target index of the target unit (the column), from 0
 */
public record Cell(int source, int target) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::source).thenComparingInt(Cell::target);

    /** By row, then by column. */
    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
