package org.hydraworkbench.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hydraworkbench.base.InputException;

/**
 * In which columns of a tab-separated table the sentences stand: the first two, or the second and the fourth behind their ids, as in
 * the sentence pairs of Tatoeba.
 *
 * @param source counted from 0
 * @param target counted from 0
 */
record TsvColumns(int source, int target) {

    /** How many lines tell. */
    static final int LOOKED_AT = 10;

    /** How many lines there must be for the first to be a head, as a few sentences may well be numbers. */
    private static final int LEAST_WITH_HEAD = 4;

    private static final TsvColumns FIRST_TWO = new TsvColumns(0, 1);
    private static final TsvColumns BEHIND_IDS = new TsvColumns(1, 3);
    private static final Pattern ID = Pattern.compile("[0-9]{1,15}");

    /**
     * Tells by the first lines that are not blank.
     *
     * @throws InputException when the first column holds numbers and it cannot be told which two hold the sentences
     */
    static TsvColumns of(List<TextLines.Line> first, Path file) throws InputException {
        List<TextLines.Line> rows = isHead(first) ? first.subList(1, first.size()) : first;
        List<String> wide = rows.stream().map(TextLines.Line::text).filter(line -> columns(line) > 2).toList();
        if (wide.isEmpty() || !haveIds(rows)) {
            return FIRST_TWO;
        }
        if (wide.stream().allMatch(line -> columns(line) > 3 && isId(line, 2))) {
            return BEHIND_IDS;
        }
        throw InputException.at(
                file,
                rows.getFirst().number(),
                "column 1 holds only numbers; the sentences must be columns 1 and 2, or 2 and 4 with their numbers before them,"
                        + " as in Tatoeba's sentence pairs");
    }

    /** Whether the first line names the columns of a table with ids: it alone begins with no number. */
    private static boolean isHead(List<TextLines.Line> first) {
        return first.size() >= LEAST_WITH_HEAD && !isId(first.getFirst().text(), 0) && haveIds(first.subList(1, first.size()));
    }

    private static boolean haveIds(List<TextLines.Line> lines) {
        return lines.stream().allMatch(line -> isId(line.text(), 0));
    }

    boolean areBehindIds() {
        return this == BEHIND_IDS;
    }

    /** How many there must be. */
    int least() {
        return target + 1;
    }

    private static boolean isId(String line, int column) {
        return ID.matcher(cell(line, column)).matches();
    }

    /** How many columns a line has. */
    static int columns(String line) {
        int columns = 1;
        for (int at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) {
            columns++;
        }
        return columns;
    }

    /** A cell of a line that has it. */
    static String cell(String line, int column) {
        int start = 0;
        for (int k = 0; k < column; k++) {
            start = line.indexOf('\t', start) + 1;
        }
        int end = line.indexOf('\t', start);
        return line.substring(start, end < 0 ? line.length() : end);
    }
}
