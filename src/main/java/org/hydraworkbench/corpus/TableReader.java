package org.hydraworkbench.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Pairs from two columns of a table. */
final class TableReader implements BitextReader {

    private final TableRows rows;
    private final LineOptions options;
    private final Deque<TableRow> ahead = new ArrayDeque<>();
    private final List<TableRow> first;
    private final ColumnGuess guess;
    private final @Nullable Columns columns;
    private final List<String> head;
    private final BadLines badLines = new BadLines();
    private final BadLines emptySides = new BadLines();
    private boolean headPassed;
    private boolean furtherColumns;
    private long line; // of the row that was read last

    /** Takes rows of which nothing was read away; closing this closes them. */
    TableReader(TableRows rows, LineOptions options) throws HydraException {
        this.rows = rows;
        this.options = options;
        this.first = lookAhead();
        this.guess = ColumnGuess.of(first);
        Columns chosen = options.columns();
        this.columns = chosen == null ? guess.columns() : chosen;
        this.head = head();
    }

    private List<TableRow> lookAhead() throws HydraException {
        while (ahead.size() < ColumnGuess.LOOKED_AT) {
            TableRow row = rows.next();
            if (row == null) {
                break;
            }
            ahead.add(row);
        }
        return ahead.stream().filter(row -> row.fault() == null && !row.isBlank()).toList();
    }

    private List<String> head() {
        if (first.isEmpty() || columns == null) {
            return List.of();
        }
        TableRow top = first.getFirst();
        String source = top.cell(columns.source()).strip();
        String target = top.cell(columns.target()).strip();
        return HeadLine.isLikely(source, target) || ColumnGuess.isHead(first) && !source.isEmpty() && !target.isEmpty()
                ? List.of(source, target)
                : List.of();
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        if (columns == null) {
            throw ColumnGuess.undecided(first, rows.lines().path(), options.offered());
        }
        for (TableRow row = take(); row != null; row = take()) {
            if (options.skipHead() && !headPassed && !row.isBlank()) {
                headPassed = true;
                continue;
            }
            String wrong = wrong(row, columns);
            if (wrong == null) {
                furtherColumns |= row.cells().size() > columns.least();
                return new SentencePair(row.cell(columns.source()), row.cell(columns.target()));
            }
            if (!options.skipBadLines()) {
                throw InputException.at(rows.lines().path(), row.line(), wrong);
            }
            badLines.add(row.line(), wrong);
        }
        return null;
    }

    private @Nullable TableRow take() throws HydraException {
        TableRow row = ahead.isEmpty() ? rows.next() : ahead.remove();
        line = row == null ? line : row.line();
        return row;
    }

    /** Why a row is no pair; null when it is one. Rows with an empty side are pairs where no bad lines are left out. */
    private @Nullable String wrong(TableRow row, Columns of) {
        if (row.fault() != null) {
            return row.fault();
        }
        int here = row.cells().size();
        if (here < of.least()) {
            return row.cells().stream().allMatch(String::isBlank) ? "this line is empty" : tooFew(here, of);
        }
        boolean noSource = row.cell(of.source()).isBlank();
        boolean noTarget = row.cell(of.target()).isBlank();
        if (!noSource && !noTarget) {
            return null;
        }
        String which = noSource && noTarget ? "both sides are empty" : noSource ? "the source side is empty" : "the target side is empty";
        if (options.skipBadLines()) {
            return which;
        }
        emptySides.add(row.line(), which);
        return null;
    }

    private String tooFew(int here, Columns of) {
        if (options.columns() == null && guess.isBehindIds()) {
            return "there are " + here + " columns in this line; before it there were a number, a sentence, a number, a sentence";
        }
        return here == 1
                ? "there is no " + rows.separator() + " between source and target in this line"
                : "there are only " + here + " columns in this line, and the sentences are read from columns "
                        + (of.source() + 1) + " and " + (of.target() + 1);
    }

    @Override
    public TableSample sample() {
        return new TableSample(first.stream().map(TableRow::cells).toList(), columns, head);
    }

    @Override
    public String badLines() {
        if (badLines.count() > 0 || emptySides.count() == 0) {
            return badLines.describe();
        }
        return emptySides.count() == 1
                ? "Line " + emptySides.which() + " has an empty side."
                : String.format(Locale.ROOT, "%,d lines have an empty side: %s.", emptySides.count(), emptySides.which());
    }

    @Override
    public List<String> badLineReasons() {
        return badLines.count() > 0 ? badLines.reasons() : emptySides.reasons();
    }

    @Override
    public BitextFormat format() {
        return rows.format();
    }

    @Override
    public long bytesRead() {
        return rows.lines().bytesRead();
    }

    @Override
    public long bytesTotal() {
        return rows.lines().bytesTotal();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        notes.addAll(badLines.notes());
        if (badLines.count() == 0 && emptySides.count() > 0) {
            notes.add(badLines() + (emptySides.count() == 1 ? " It was read all the same." : " They were read all the same."));
        }
        if (options.skipHead() && !first.isEmpty()) {
            TableRow top = first.getFirst();
            notes.add("Line " + top.line() + " was passed over as the head of the table"
                    + (head.isEmpty() ? ", though it does not look like one." : ": " + String.join(", ", head) + "."));
        }
        if (options.columns() == null) {
            if (!guess.why().isEmpty()) {
                notes.add(guess.why());
            }
            if (furtherColumns && !guess.isByHead()) {
                notes.add("There are lines with more than " + (guess.isBehindIds() ? "four" : "two")
                        + " columns; what stands behind the translation is not read.");
            }
        }
        return notes;
    }

    @Override
    public InputException nothing() {
        return InputException.in(rows.lines().path(), line == 0 ? "is empty" : "there is no pair of sentences in it");
    }

    @Override
    public void close() throws HydraException {
        rows.close();
    }
}
