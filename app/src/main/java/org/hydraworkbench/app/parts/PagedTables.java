package org.hydraworkbench.app.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.hydraworkbench.app.plot.PlotFiles;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Side;

/** Makes tables over a {@link PagedList}. All rows have one height, which is what lets a long table scroll smoothly. */
public final class PagedTables {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_HEIGHT = 34;
    private static final String NOT_YET = "…";

    private PagedTables() {}

    /** A table of {@code rows}, called {@code nameKey}, that says {@code emptyKey} when there are none. */
    public static <T> TableView<PagedRow<T>> of(PagedList<T> rows, String nameKey, String emptyKey, JobRunner jobs) {
        TableView<PagedRow<T>> table = new TableView<>(rows);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setAccessibleText(Texts.get(nameKey));
        Label empty = Parts.hint(rows.countingProperty().map(busy -> busy ? NOT_YET : Texts.get(emptyKey)));
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(table, rows, jobs);
                event.consume();
            }
        });
        MenuItem copy = new MenuItem(Texts.get("parts.copyTable"));
        copy.setOnAction(event -> copy(table, rows, jobs));
        table.setContextMenu(new ContextMenu(copy));
        return table;
    }

    /** Adds a column of text. Sorting is up to the source, so a click on its header does not sort. */
    public static <T> TableColumn<PagedRow<T>, String> text(
            TableView<PagedRow<T>> table, String key, double width, Function<T, String> text) {
        return column(table, Texts.get(key), width, text, value -> Direction.LEFT_TO_RIGHT, Direction::of);
    }

    /** Adds a column of texts in the language of a side, called by it. */
    public static <T> void language(
            TableView<PagedRow<T>> table, LanguageNames names, Side side, double width, Function<T, String> text) {
        TableColumn<PagedRow<T>, String> column =
                column(table, "", width, text, value -> names.beginning(side), value -> names.direction(side, value));
        column.textProperty().bind(names.of(side));
        names.begin(column, side);
    }

    private static <T> TableColumn<PagedRow<T>, String> column(
            TableView<PagedRow<T>> table, String name, double width, Function<T, String> text, Function<String, Direction> from,
            Function<String, Direction> direction) {
        TableColumn<PagedRow<T>, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        Tables.unsorted(column);
        column.setUserData(text);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(text));
        column.setCellFactory(unused -> new LineCell<>(NOT_YET, from, direction));
        table.getColumns().add(column);
        return column;
    }

    /** Copies the selected rows as tab-separated text, reading those that are not here yet. */
    private static <T> void copy(TableView<PagedRow<T>> table, PagedList<T> rows, JobRunner jobs) {
        List<Integer> selected = table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        PagedList.Source<T> source = rows.source();
        if (selected.isEmpty() || source == null) {
            return;
        }
        List<Function<T, String>> cells = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (TableColumn<PagedRow<T>, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof Function<?, ?>) {
                header.add(column.getText());
                cells.add(textOf(column));
            }
        }
        jobs.query(() -> tsv(source, selected, header, cells)).onDone(text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** What {@link #text} put there. */
    @SuppressWarnings("unchecked")
    private static <T> Function<T, String> textOf(TableColumn<PagedRow<T>, ?> column) {
        return (Function<T, String>) column.getUserData();
    }

    static <T> String tsv(
            PagedList.Source<T> source, List<Integer> selected, List<String> header, List<Function<T, String>> cells)
            throws HydraException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header);
        int first = -1;
        List<T> page = List.of();
        for (int index : selected) {
            if (first < 0 || index >= first + PagedList.PAGE) {
                first = index;
                page = source.page(first, PagedList.PAGE);
            }
            if (index - first < page.size()) {
                T row = page.get(index - first);
                lines.add(cells.stream().map(cell -> cell.apply(row)).toList());
            }
        }
        return PlotFiles.tsv(lines);
    }
}
