package org.hydraworkbench.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What stands between two cells of a CSV file, in the order in which they are taken where several may do. */
enum CsvSeparator {
    TAB('\t', "tab"),
    /** Where numbers have a decimal comma; in prose far rarer than commas. */
    SEMICOLON(';', "semicolon"),
    COMMA(',', "comma");

    private static final String SAID = "sep="; // the first line of some spreadsheets' files

    private final char character;
    private final String title;

    CsvSeparator(char character, String title) {
        this.character = character;
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As RFC 4180 has it: a cell in quotation marks may hold separators, line ends, and quotation marks, which are doubled. */
    CSVFormat format() {
        return CSVFormat.RFC4180.builder().setDelimiter(character).build();
    }

    /** The separator that a first line names which says nothing else. */
    static Optional<CsvSeparator> said(String line) {
        String stripped = LineBitextReader.withoutReturn(line);
        return Arrays.stream(values()).filter(any -> stripped.equals(SAID + any.character)).findFirst();
    }

    /**
     * That which cuts most of the first lines into the same number of cells, more than one, and best without a quotation mark left in a
     * cell; empty when none cuts any.
     */
    static Optional<CsvSeparator> find(List<TextLines.Line> first) {
        String text = first.stream().map(TextLines.Line::text).collect(Collectors.joining("\n"));
        CsvSeparator best = null;
        int most = 0;
        for (CsvSeparator any : values()) {
            int alike = any.alike(text);
            if (alike > most) {
                best = any;
                most = alike;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Twice as many as there are rows with as many cells as most have, and one more where no cell has a quotation mark. */
    private int alike(String text) {
        Map<Integer, Integer> rows = new HashMap<>();
        boolean marks = false;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format())) {
            for (CSVRecord row : parser) {
                if (row.size() > 1) {
                    rows.merge(row.size(), 1, Integer::sum);
                    marks |= row.stream().anyMatch(cell -> cell.indexOf('"') >= 0);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // what was read until there tells; the text may just be cut within a cell
        }
        int most = rows.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0 || marks ? 2 * most : 2 * most + 1;
    }
}
