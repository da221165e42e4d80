package org.hydraworkbench.app.alignment;

import org.hydraworkbench.align.links.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Where cells lie in the view: a grid beside row labels and below column labels, scrolled and zoomed. Lengths are in pixels
 * of the view; immutable, so that zooming and panning can be checked without a window. The columns of a sentence that runs from right
 * to left do so too: its first word stands at the right, as it is read, and as the words stand in the lines of curves below.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param width of the view
 * @param height of the view
 * @param left width of the row labels
 * @param top height of the column labels
 * @param right free space behind the last column, into which its slanted label leans
 * @param cell side of a cell
 * @param x how far the grid is scrolled to the right
 * @param y how far the grid is scrolled down
 * @param fromRight whether the first column stands at the right
 */
public record HeatmapGeometry(
        int rows,
        int columns,
        double width,
        double height,
        double left,
        double top,
        double right,
        double cell,
        double x,
        double y,
        boolean fromRight) {

    /** A cell of this side can be pointed at surely; smaller ones show and do not edit. */
    public static final double EDITABLE = 12;

    /** Sides of cells between which one can zoom. */
    public static final double SMALLEST = 3;

    public static final double LARGEST = 96;

    public HeatmapGeometry {
        cell = Math.clamp(cell, SMALLEST, LARGEST);
        x = Math.clamp(x, 0, Math.max(0, left + columns * cell + right - width));
        y = Math.clamp(y, 0, Math.max(0, top + rows * cell - height));
    }

    /** How far one can scroll to the right. */
    public double maxX() {
        return Math.max(0, left + columns * cell + right - width);
    }

    /** How far one can scroll down. */
    public double maxY() {
        return Math.max(0, top + rows * cell - height);
    }

    /** The left edge of a column. */
    public double columnX(int column) {
        return left + placeOf(column) * cell - x;
    }

    /** The left edge of the grid. */
    public double gridLeft() {
        return left - x;
    }

    /** The right edge of the grid. */
    public double gridRight() {
        return left + columns * cell - x;
    }

    /** Whether cells are large enough to be edited. */
    public boolean isEditable() {
        return cell >= EDITABLE;
    }

    /** Where a column stands, counted from the left; or the column at a place. */
    private int placeOf(int column) {
        return fromRight ? columns - 1 - column : column;
    }

    public double rowY(int row) {
        return top + row * cell - y;
    }

    /** The cell at a point, or null beside the grid. */
    public @Nullable Cell cellAt(double px, double py) {
        if (px < left || py < top) {
            return null;
        }
        int row = (int) Math.floor((py - top + y) / cell);
        int place = (int) Math.floor((px - left + x) / cell);
        return row < rows && place < columns ? new Cell(row, placeOf(place)) : null;
    }

    /** The cell nearest to a point; for dragging beyond the edge. There must be a cell. */
    public Cell nearestCell(double px, double py) {
        return new Cell(
                Math.clamp((int) Math.floor((py - top + y) / cell), 0, rows - 1),
                placeOf(Math.clamp((int) Math.floor((px - left + x) / cell), 0, columns - 1)));
    }

    public int firstVisibleColumn() {
        return fromRight ? columns - endVisiblePlace() : firstVisiblePlace();
    }

    /** One past the last column that can be seen. */
    public int endVisibleColumn() {
        return fromRight ? columns - firstVisiblePlace() : endVisiblePlace();
    }

    private int firstVisiblePlace() {
        return Math.clamp((int) Math.floor(x / cell), 0, Math.max(0, columns - 1));
    }

    private int endVisiblePlace() {
        return Math.clamp((int) Math.ceil((x + width - left) / cell), 0, columns);
    }

    public int firstVisibleRow() {
        return Math.clamp((int) Math.floor(y / cell), 0, Math.max(0, rows - 1));
    }

    /** One past the last row that can be seen. */
    public int endVisibleRow() {
        return Math.clamp((int) Math.ceil((y + height - top) / cell), 0, rows);
    }

    public HeatmapGeometry scrolledTo(double newX, double newY) {
        return new HeatmapGeometry(rows, columns, width, height, left, top, right, cell, newX, newY, fromRight);
    }

    public HeatmapGeometry pannedBy(double dx, double dy) {
        return scrolledTo(x + dx, y + dy);
    }

    /** Larger or smaller cells; what lies under the point ({@code px}, {@code py}) stays there, as far as it can. */
    public HeatmapGeometry zoomedBy(double factor, double px, double py) {
        double newCell = Math.clamp(cell * factor, SMALLEST, LARGEST);
        double gridX = Math.max(0, px - left + x) / cell;
        double gridY = Math.max(0, py - top + y) / cell;
        return new HeatmapGeometry(
                rows, columns, width, height, left, top, right, newCell,
                gridX * newCell - Math.max(0, px - left), gridY * newCell - Math.max(0, py - top), fromRight);
    }

    /** Cells of {@code preferred} size, or as much smaller as is needed to see all of them; the first word in sight where even that is not enough. */
    public HeatmapGeometry fitted(double preferred) {
        double across = columns == 0 ? preferred : (width - left - right) / columns;
        double down = rows == 0 ? preferred : (height - top) / rows;
        double fitting = Math.min(preferred, Math.min(across, down));
        return new HeatmapGeometry(
                rows, columns, width, height, left, top, right, fitting, fromRight ? Double.MAX_VALUE : 0, 0, fromRight);
    }

    /** Scrolled as little as needed to see a cell. */
    public HeatmapGeometry revealing(Cell target) {
        double cx = placeOf(target.target()) * cell;
        double cy = target.source() * cell;
        double newX = Math.min(cx, Math.max(x, cx + cell - (width - left)));
        double newY = Math.min(cy, Math.max(y, cy + cell - (height - top)));
        return scrolledTo(newX, newY);
    }
}
