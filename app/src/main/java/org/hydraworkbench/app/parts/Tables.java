package org.hydraworkbench.app.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** Makes tables whose rows are records; the selected rows, or all, are copied as tab-separated text. */
public final class Tables {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final double LEAST_TEXT = 60;

    private Tables() {}

    /** A table of {@code items} that says {@code emptyKey} while there are none. */
    public static <R> TableView<R> of(ObservableList<R> items, String nameKey, String emptyKey) {
        SortedList<R> sorted = new SortedList<>(items);
        TableView<R> table = new TableView<>(sorted);
        sorted.comparatorProperty().bind(table.comparatorProperty()); // rows that come later are sorted in
        table.setAccessibleText(Texts.get(nameKey));
        Label empty = Parts.hint(emptyKey);
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(table);
                event.consume();
            }
        });
        MenuItem copy = new MenuItem(Texts.get("parts.copyTable"));
        copy.setOnAction(event -> copy(table));
        table.setContextMenu(new ContextMenu(copy));
        return table;
    }

    /** Lets an empty table say that what it shows is still being read, while it is. */
    public static void reading(TableView<?> table, ReadOnlyBooleanProperty unread, String emptyKey) {
        table.setPlaceholder(Parts.hint(unread.map(still -> Texts.get(still ? "parts.reading" : emptyKey))));
    }

    /** Adds a column of text, which runs as its own letters do and begins at the left. */
    public static <R> TableColumn<R, String> text(TableView<R> table, String key, double width, Function<R, String> value) {
        return text(table, key, width, value, text -> Direction.LEFT_TO_RIGHT, Direction::of);
    }

    /** Adds a column of words of ours, of a state for instance: others give way before it is narrower than {@code width}. */
    public static <R> TableColumn<R, String> word(TableView<R> table, String key, double width, Function<R, String> value) {
        TableColumn<R, String> column = text(table, key, width, value);
        column.setMinWidth(width);
        return column;
    }

    /** Adds a column of texts of which each has a direction. */
    public static <R> TableColumn<R, String> text(
            TableView<R> table, String key, double width, Function<R, String> value, Function<String, Direction> direction) {
        return text(table, key, width, value, direction, direction);
    }

    private static <R> TableColumn<R, String> text(
            TableView<R> table, String key, double width, Function<R, String> value, Function<String, Direction> from,
            Function<String, Direction> direction) {
        TableColumn<R, String> column = column(table, key, width);
        column.setMinWidth(Math.min(width, LEAST_TEXT));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(unused -> table.getFixedCellSize() > 0 ? new LineCell<>("", from, direction) : new LinesCell<>(from, direction));
        return column;
    }

    /** Lets the cells of a column of text say something more under the mouse, where there is something. */
    public static <R> void note(TableColumn<R, String> column, Function<R, String> note) {
        var plain = column.getCellFactory();
        column.setCellFactory(same -> {
            TableCell<R, String> cell = plain.call(same);
            Tooltip tip = new Tooltip();
            cell.tableRowProperty().flatMap(TableRow::itemProperty).map(note).orElse("").subscribe(text -> {
                tip.setText(text);
                Tooltip.uninstall(cell, tip);
                if (!text.isEmpty()) {
                    Tooltip.install(cell, tip);
                }
            });
            return cell;
        });
    }

    /** Adds a column of texts in the language of a side, called by it. */
    public static <R> void language(
            TableView<R> table, LanguageNames names, Side side, double width, Function<R, String> value) {
        String key = side == Side.SOURCE ? "language.source" : "language.target";
        text(table, names, side, key, width, value).textProperty().bind(names.of(side));
    }

    /** Adds a column of texts in the language of a side: they begin where it does, and run as they do in it. */
    public static <R> TableColumn<R, String> text(
            TableView<R> table, LanguageNames names, Side side, String key, double width, Function<R, String> value) {
        TableColumn<R, String> column =
                text(table, key, width, value, text -> names.beginning(side), text -> names.direction(side, text));
        names.begin(column, side);
        return column;
    }

    /** Adds a column of numbers, aligned to the right; not a number shows as a dash. */
    public static <R> TableColumn<R, Double> number(
            TableView<R> table, String key, double width, ToDoubleFunction<R> value) {
        return number(table, key, width, value, Numbers::brief);
    }

    /** Like {@link #number(TableView, String, double, ToDoubleFunction)}, written by {@code form}. */
    public static <R> TableColumn<R, Double> number(
            TableView<R> table, String key, double width, ToDoubleFunction<R> value, DoubleFunction<String> form) {
        TableColumn<R, Double> column = column(table, key, width);
        // Half a number is worse than none: words give way first.
        column.setMinWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(row.getValue())));
        column.setComparator(Comparator.naturalOrder());
        column.getStyleClass().add("numbers");
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Double number, boolean empty) {
                super.updateItem(number, empty);
                setText(empty || number == null ? null : form.apply(number));
                setAlignment(Pos.CENTER_RIGHT);
            }
        });
        return column;
    }

    /** Makes a column one that does not sort, and does not look as if it did. */
    public static void unsorted(TableColumn<?, ?> column) {
        column.setSortable(false);
        column.getStyleClass().add("unsorted");
    }

    private static <R, V> TableColumn<R, V> column(TableView<R> table, String key, double width) {
        TableColumn<R, V> column = new TableColumn<>(Texts.get(key));
        if (Texts.has(key + ".hint")) {
            column.setGraphic(Parts.explained(key)); // shown instead of the text, which is for copies
            column.getStyleClass().add("explained");
        }
        column.setPrefWidth(width);
        table.getColumns().add(column);
        return column;
    }

    /** Rows as text, the header first. */
    static <R> List<List<String>> rows(TableView<R> table, List<R> items) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.getColumns().stream().map(TableColumn::getText).toList());
        for (R item : items) {
            rows.add(table.getColumns().stream()
                    .map(column -> String.valueOf(column.getCellData(item)))
                    .toList());
        }
        return rows;
    }

    private static <R> void copy(TableView<R> table) {
        List<R> selected = table.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(PlotFiles.tsv(rows(table, selected.isEmpty() ? table.getItems() : selected)));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
