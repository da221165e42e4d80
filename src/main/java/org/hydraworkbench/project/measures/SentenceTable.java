package org.hydraworkbench.project.measures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.Tsv;

/**
 * The sentences of a battery as a file: tab-separated, a row for each, under a row with the names of the columns. Those are {@code line},
 * {@code ratio}, {@code confidence}, {@code source} and {@code reference} of a {@link MeasuredSentence}, then a column for each system.
 */
public final class SentenceTable {

    private static final List<String> FIXED = List.of("line", "ratio", "confidence", "source", "reference");

    private SentenceTable() {}

    /** Writes sentences, of which there is one; all have the same systems. */
    static void write(List<MeasuredSentence> sentences, Path file) throws HydraException {
        Set<MeasuredSystem> systems = EnumSet.copyOf(sentences.getFirst().translations().keySet());
        StringBuilder table = new StringBuilder();
        List<String> head = new ArrayList<>(FIXED);
        systems.forEach(system -> head.add(system.code()));
        table.append(Tsv.row(head));
        for (MeasuredSentence sentence : sentences) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(sentence.line()), number(sentence.ratio()), number(sentence.confidence()),
                    sentence.source(), sentence.reference()));
            systems.forEach(system -> row.add(sentence.translation(system)));
            table.append(Tsv.row(row));
        }
        AtomicFiles.writeString(file, table.toString());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InputException naming file and line, when that is not what the file holds
     */
    public static List<MeasuredSentence> read(Path file) throws InputException {
        List<String> rows;
        try {
            rows = Files.readAllLines(file);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        List<String> head = rows.isEmpty() ? List.of() : List.of(rows.getFirst().split("\t", -1));
        if (head.size() <= FIXED.size() || !head.subList(0, FIXED.size()).equals(FIXED)) {
            throw InputException.in(file, "is not the table of an evaluation; measure again");
        }
        List<MeasuredSentence> sentences = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            try {
                sentences.add(sentence(head, rows.get(row).split("\t", -1)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw InputException.at(file, row + 1, "is not a row of the table above it; measure again");
            }
        }
        return sentences;
    }

    private static MeasuredSentence sentence(List<String> head, String[] cells) {
        Map<MeasuredSystem, String> translations = new EnumMap<>(MeasuredSystem.class);
        for (int column = FIXED.size(); column < head.size(); column++) {
            String text = cells[column];
            MeasuredSystem.CODES.find(head.get(column)).ifPresent(system -> translations.put(system, text));
        }
        return new MeasuredSentence(
                Integer.parseInt(cells[0]), cells[3], cells[4], number(cells[1]), number(cells[2]), translations);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
