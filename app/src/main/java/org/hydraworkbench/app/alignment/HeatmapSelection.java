package org.hydraworkbench.app.alignment;

import org.hydraworkbench.align.links.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is in the grid: the cell cursor, the other corner of the rectangle being drawn, and the cell under the
 * pointer. Immutable.
 *
 * @param cursor the cell that keys act on; null while nothing is shown
 * @param anchor the corner opposite to the cursor; equal to it unless a rectangle is selected
 * @param hover the cell under the pointer
 */
public record HeatmapSelection(@Nullable Cell cursor, @Nullable Cell anchor, @Nullable Cell hover) {

    public static HeatmapSelection none() {
        return new HeatmapSelection(null, null, null);
    }

    /** The same place in a grid of another size; the first cell when there was none. */
    public HeatmapSelection within(int rows, int columns) {
        if (rows == 0 || columns == 0) {
            return none();
        }
        Cell here = cursor == null ? new Cell(0, 0) : clamp(cursor, rows, columns);
        return new HeatmapSelection(here, here, hover == null ? null : inside(hover, rows, columns));
    }

    private static @Nullable Cell inside(Cell cell, int rows, int columns) {
        return cell.source() < rows && cell.target() < columns ? cell : null;
    }

    private static Cell clamp(Cell cell, int rows, int columns) {
        return new Cell(Math.clamp(cell.source(), 0, rows - 1), Math.clamp(cell.target(), 0, columns - 1));
    }

    /** The cursor at a cell; {@code extend} leaves the other corner where it is. */
    public HeatmapSelection at(Cell cell, boolean extend) {
        return new HeatmapSelection(cell, extend && anchor != null ? anchor : cell, hover);
    }

    /** The cursor moved by rows and columns, stopping at the edges. */
    public HeatmapSelection moved(int rows, int columns, boolean extend, HeatmapModel model) {
        if (cursor == null || model.isEmpty()) {
            return this;
        }
        Cell to = new Cell(
                Math.clamp((long) cursor.source() + rows, 0, model.rows() - 1),
                Math.clamp((long) cursor.target() + columns, 0, model.columns() - 1));
        return at(to, extend);
    }

    public HeatmapSelection hovering(@Nullable Cell cell) {
        return new HeatmapSelection(cursor, anchor, cell);
    }

    /** Only the cursor, no rectangle. */
    public HeatmapSelection collapsed() {
        return new HeatmapSelection(cursor, cursor, hover);
    }

    /** The selected rectangle, often a single cell; null while nothing is shown. */
    public @Nullable CellRange range() {
        return cursor == null || anchor == null ? null : CellRange.between(cursor, anchor);
    }

    /** The cell to highlight row and column of: under the pointer, else the cursor. */
    public @Nullable Cell focus() {
        return hover != null ? hover : cursor;
    }
}
