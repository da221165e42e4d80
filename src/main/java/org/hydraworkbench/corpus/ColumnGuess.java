package org.hydraworkbench.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * In which columns of a table the sentences stand, where nobody says so: those that the first line calls by two languages, the second
 * and the fourth behind their ids as in the sentence pairs of Tatoeba, else the first two.
 *
 * @param columns null when it cannot be told
 * @param why what a person should know of it; empty for the first two
 */
record ColumnGuess(@Nullable Columns columns, String why) {

    /** How many rows tell. */
    static final int LOOKED_AT = 10;

    /** How many there must be for the first to be a head, as a few sentences may well be numbers. */
    private static final int LEAST_WITH_HEAD = 4;

    private static final Columns BEHIND_IDS = new Columns(1, 3);
    private static final String NUMBERED = "Columns 1 and 3 hold numbers; the sentences are read from columns 2 and 4.";
    private static final Pattern ID = Pattern.compile("[0-9]{1,15}");

    /** Tells by the first rows that are text and not blank. */
    static ColumnGuess of(List<TableRow> first) {
        ColumnGuess usual = new ColumnGuess(Columns.FIRST_TWO, "");
        List<TableRow> rows = isHead(first) ? first.subList(1, first.size()) : first;
        if (first.isEmpty() || first.stream().allMatch(row -> row.cells().size() <= 2)) {
            return usual;
        }
        List<Integer> named = HeadLine.named(first.getFirst().cells());
        if (named.size() == 2 && !named.equals(List.of(0, 1))) {
            Columns columns = new Columns(named.getFirst(), named.getLast());
            return new ColumnGuess(columns, "The sentences are read from the columns %d and %d, which are called %s and %s.".formatted(
                    columns.source() + 1,
                    columns.target() + 1,
                    first.getFirst().cell(columns.source()).strip(),
                    first.getFirst().cell(columns.target()).strip()));
        }
        List<TableRow> wide = rows.stream().filter(row -> row.cells().size() > 2).toList();
        if (wide.isEmpty() || !haveIds(rows)) {
            return usual;
        }
        return wide.stream().allMatch(row -> row.cells().size() > 3 && isId(row.cell(2)))
                ? new ColumnGuess(BEHIND_IDS, NUMBERED)
                : new ColumnGuess(null, "");
    }

    /** The error to throw where the columns are asked for. */
    static InputException undecided(List<TableRow> first, Path file, boolean offered) {
        return InputException.at(
                file,
                first.get(isHead(first) ? 1 : 0).line(),
                "column 1 holds only numbers; the sentences must be columns 1 and 2, or 2 and 4 with their numbers before them,"
                        + " as in Tatoeba's sentence pairs"
                        + (offered ? "; of another table choose the two columns (in the command line: --columns 2,3)" : ""));
    }

    /** Whether the first line names the columns of a table with ids: it alone begins with no number. */
    static boolean isHead(List<TableRow> first) {
        return first.size() >= LEAST_WITH_HEAD && !isId(first.getFirst().cell(0)) && haveIds(first.subList(1, first.size()));
    }

    private static boolean haveIds(List<TableRow> rows) {
        return rows.stream().allMatch(row -> isId(row.cell(0)));
    }

    private static boolean isId(String cell) {
        return ID.matcher(cell).matches();
    }

    /** Whether the first line names the columns. */
    boolean isByHead() {
        return !why.isEmpty() && !isBehindIds();
    }

    boolean isBehindIds() {
        return why.equals(NUMBERED);
    }
}
