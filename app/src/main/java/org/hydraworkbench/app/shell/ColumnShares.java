package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.control.skin.TableHeaderRow;
import org.jspecify.annotations.Nullable;

/**
 * Gives each column of a table its share of the width, which a person can change. Shares grow with the table, and come back when it has
 * been narrow; columns are as narrow and as wide as they may be for text of a normal size, times the size of text, and never narrower
 * than what stands above them.
 *
 * @param <R> what a row shows
 */
final class ColumnShares<R> {

    /** The sizes of a column for text of a normal size, in pixels. */
    private record Bounds(double least, double most) {}

    private final TableView<R> table;
    private final List<TableColumn<R, ?>> columns;
    private final List<Bounds> bounds = new ArrayList<>();
    private final List<Double> wanted = new ArrayList<>();
    private final double rowHeight;
    private final Consumer<List<Double>> changed;
    private @Nullable TableHeaderRow heads;
    private double scale = 1;

    /**
     * @param kept the widths that a person gave the columns, as shares of their sum; empty for none
     * @param changed is told the shares when a person changes them
     */
    ColumnShares(TableView<R> table, List<Double> kept, Consumer<List<Double>> changed) {
        this.table = table;
        this.changed = changed;
        columns = List.copyOf(table.getColumns()); // a person may put them in another order
        rowHeight = table.getFixedCellSize();
        for (TableColumn<R, ?> column : columns) {
            bounds.add(new Bounds(column.getMinWidth(), column.getMaxWidth()));
            wanted.add(column.getPrefWidth());
        }
        if (!kept.isEmpty()) {
            wanted.clear();
            wanted.addAll(kept);
        }
        columns.forEach(column -> column.textProperty().subscribe(this::divideLater));
        table.getSortOrder().subscribe(this::divideLater);
    }

    void setScale(double value) {
        scale = value;
        columns.forEach(column -> limit(column, 0));
        if (rowHeight > 0) {
            table.setFixedCellSize(Math.ceil(rowHeight * scale));
        }
        table.requestLayout();
        divideLater(); // a table that is not shown now has heads of the same height when it is again
    }

    /** @param head the width of what stands above the column */
    private void limit(TableColumn<R, ?> column, double head) {
        Bounds normal = bounds.get(columns.indexOf(column));
        double least = Math.ceil(Math.max(head, normal.least() * scale)); // rows are made of whole pixels
        column.setMaxWidth(Math.max(least, normal.most() * scale));
        column.setMinWidth(least);
    }

    /** Heads may have become wider or narrower: their text is another, or larger, or rows are in their order. */
    private void divideLater() {
        // not while a head is laid out
        Platform.runLater(() -> table.getColumnResizePolicy().call(new ResizeFeatures<>(table, null, 0.0)));
    }

    private void measureHeads() {
        if (heads == null && table.lookup("TableHeaderRow") instanceof TableHeaderRow row) {
            heads = row;
            row.heightProperty().subscribe(this::divideLater);
        }
        if (heads != null) {
            for (Node node : heads.lookupAll(".column-header")) {
                if (node instanceof TableColumnHeader head) {
                    // the one around all others has no column
                    columns.stream().filter(column -> column == head.getTableColumn()).forEach(column -> limit(column, width(head)));
                }
            }
        }
    }

    /** What a head needs for its words and the mark of the order. */
    private static double width(TableColumnHeader head) {
        double width = head.snappedLeftInset() + head.snappedRightInset();
        for (Node part : head.getChildrenUnmodifiable()) {
            width += part.isVisible() ? Math.ceil(part.prefWidth(-1)) : 0;
        }
        return width;
    }

    /** The policy of the table: of a column that is dragged the next ones give or take, else all have their shares. */
    boolean resize(ResizeFeatures<R> features) {
        if (features.getColumn() != null) {
            boolean done = TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN.call(features);
            double sum = columns.stream().mapToDouble(TableColumn::getWidth).sum();
            if (done && sum > 0) {
                wanted.clear();
                columns.forEach(column -> wanted.add(column.getWidth() / sum));
                changed.accept(List.copyOf(wanted));
            }
            return done;
        }
        measureHeads();
        List<TableColumn<R, ?>> shown = columns.stream().filter(TableColumn::isVisible).toList();
        double[] shares = shown.stream().mapToDouble(column -> wanted.get(columns.indexOf(column))).toArray();
        double[] least = shown.stream().mapToDouble(TableColumnBase::getMinWidth).toArray();
        double[] most = shown.stream().mapToDouble(TableColumnBase::getMaxWidth).toArray();
        double[] widths = divide(features.getContentWidth(), shares, least, most);
        boolean other = false;
        for (int k = 0; k < widths.length; k++) {
            double width = Math.floor(widths[k]); // more than there is room for would be scrolled
            other |= shown.get(k).getWidth() != width;
            features.setColumnWidth(shown.get(k), width);
        }
        if (other && rowHeight <= 0) {
            Platform.runLater(table::refresh); // rows may need more lines or fewer
        }
        return true;
    }

    /**
     * Divides a width in proportion to {@code wanted}, none narrower than its least and none wider than its most. Where the least are
     * wider together than there is room, each has its least.
     */
    static double[] divide(double width, double[] wanted, double[] least, double[] most) {
        int count = wanted.length;
        double[] widths = new double[count];
        boolean[] fixed = new boolean[count];
        for (int round = 0; round <= count; round++) {
            double room = width;
            double sum = 0;
            for (int k = 0; k < count; k++) {
                room -= fixed[k] ? widths[k] : 0;
                sum += fixed[k] ? 0 : wanted[k];
            }
            if (sum <= 0) {
                break;
            }
            double over = 0;
            for (int k = 0; k < count; k++) {
                if (!fixed[k]) {
                    double share = room * wanted[k] / sum;
                    widths[k] = Math.max(least[k], Math.min(most[k], share));
                    over += widths[k] - share;
                }
            }
            // Those that are too narrow for their share are settled first when too much was given, else those that are too wide.
            boolean settled = true;
            for (int k = 0; k < count; k++) {
                if (!fixed[k]) {
                    double share = room * wanted[k] / sum;
                    if (over >= 0 ? widths[k] > share : widths[k] < share) {
                        fixed[k] = true;
                        settled = false;
                    }
                }
            }
            if (settled) {
                break;
            }
        }
        return widths;
    }
}
