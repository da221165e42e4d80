package org.hydraworkbench.app.corpus;

import java.nio.charset.Charset;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hydraworkbench.corpus.Columns;
import org.hydraworkbench.corpus.LineOptions;
import org.hydraworkbench.corpus.TableSample;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** How the lines of the files of an import are read, as a person chooses. */
public final class ImportLines {

    private final ReadOnlyObjectProperty<@Nullable ImportPreview> preview;
    private final BooleanProperty swapped;
    private final Runnable changed;
    private final StringProperty encoding = new SimpleStringProperty("");
    private final BooleanProperty skipHead = new SimpleBooleanProperty();
    private final BooleanProperty skipBadLines = new SimpleBooleanProperty();
    private @Nullable Columns columns;

    /** @param changed called when something else was chosen */
    ImportLines(ReadOnlyObjectProperty<@Nullable ImportPreview> preview, BooleanProperty swapped, Runnable changed) {
        this.preview = preview;
        this.swapped = swapped;
        this.changed = changed;
        encoding.subscribe(changed);
        skipHead.subscribe(changed);
        skipBadLines.subscribe(changed);
    }

    LineOptions options() {
        String name = encoding.get();
        return LineOptions.choosable()
                .withEncoding(name.isEmpty() ? null : Charset.forName(name))
                .withColumns(columns)
                .withSkipHead(skipHead.get())
                .withSkipBadLines(skipBadLines.get());
    }

    /** One of {@link LineOptions#ENCODINGS}; empty for UTF-8. */
    public StringProperty encodingProperty() {
        return encoding;
    }

    /** Whether the first line of a table is passed over. */
    public BooleanProperty skipHeadProperty() {
        return skipHead;
    }

    /** Whether lines that are no pairs, or have an empty side, are left out. */
    public BooleanProperty skipBadLinesProperty() {
        return skipBadLines;
    }

    /** The beginning of the table; null where the text is none. */
    @Nullable TableSample sample() {
        ImportPreview found = preview.get();
        return found == null ? null : found.sample();
    }

    /** From which column a side is read, counted from 0; −1 while that is not known. */
    int column(Side side) {
        TableSample table = sample();
        Columns now = table == null ? null : table.columns();
        return now == null ? -1 : isLeft(side) ? now.source() : now.target();
    }

    private boolean isLeft(Side side) {
        return side == Side.SOURCE != swapped.get();
    }

    /** Reads a side from another column. The one across goes to its place where both would be the same. */
    void chooseColumn(Side side, int column) {
        TableSample table = sample();
        int now = column(side);
        if (table == null || column < 0 || column == now) {
            return;
        }
        int across = column(side.other());
        if (across < 0) {
            across = column + 1 < table.width() ? column + 1 : column - 1;
        } else if (across == column) {
            across = now;
        }
        columns = isLeft(side) ? new Columns(column, across) : new Columns(across, column);
        changed.run();
    }
}
