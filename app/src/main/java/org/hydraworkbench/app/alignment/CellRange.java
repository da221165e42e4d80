package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Cell;

/** A rectangle of cells; both corners belong to it, {@code first} is the one nearest to the origin. */
public record CellRange(Cell first, Cell last) {

    /** The rectangle between any two opposite corners. */
    public static CellRange between(Cell one, Cell other) {
        return new CellRange(
                new Cell(Math.min(one.source(), other.source()), Math.min(one.target(), other.target())),
                new Cell(Math.max(one.source(), other.source()), Math.max(one.target(), other.target())));
    }

    public int rows() {
        return last.source() - first.source() + 1;
    }

    public int columns() {
        return last.target() - first.target() + 1;
    }

    public boolean isSingle() {
        return first.equals(last);
    }

    /** Every cell, row by row. */
    public List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(rows() * columns());
        for (int i = first.source(); i <= last.source(); i++) {
            for (int j = first.target(); j <= last.target(); j++) {
                cells.add(new Cell(i, j));
            }
        }
        return cells;
    }
}
