package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.Reliability;

/**
 * What {@code hydra translate --scores} writes: which chrF is expected of the translations of some lines.
 *
 * @param expected by line, from 1; lines without words have none
 */
record ConfidenceFile(SortedMap<Integer, Double> expected) {

    /** The first of its columns, by which such a file is known. */
    static final String COLUMNS = "line\tconfidence\t";

    /**
     * Reads it.
     *
     * @param lines of the translation that it is about
     */
    static ConfidenceFile read(Path file, int lines) throws HydraException {
        List<String> rows = TextLines.readAll(file);
        if (rows.isEmpty() || !rows.getFirst().startsWith(COLUMNS)) {
            throw InputException.in(file, "does not begin with the columns line and confidence; give what 'translate --scores' wrote");
        }
        SortedMap<Integer, Double> expected = new TreeMap<>();
        for (int row = 1; row < rows.size(); row++) {
            String[] cells = rows.get(row).split("\t", -1);
            try {
                int line = Integer.parseInt(cells[0]);
                double confidence = Double.parseDouble(cells.length > 1 ? cells[1] : "");
                if (line < 1 || line > lines || !(confidence >= 0 && confidence <= 100)) {
                    throw InputException.at(file, row + 1, "\"%s\" is no line of 1 to %,d with a chrF of 0 to 100".formatted(rows.get(row), lines));
                }
                expected.put(line, confidence);
            } catch (NumberFormatException e) {
                throw InputException.at(file, row + 1, "\"%s\" should be a line's number and a chrF".formatted(rows.get(row)));
            }
        }
        if (expected.isEmpty()) {
            throw InputException.in(file, "has no line; there is nothing to compare with");
        }
        return new ConfidenceFile(expected);
    }

    /** How what was expected compares with what translations have. */
    Reliability reliability(List<String> hypotheses, List<String> references) {
        return Reliability.of(
                expected.values().stream().mapToDouble(Double::doubleValue).toArray(),
                expected.keySet().stream()
                        .mapToDouble(line -> Chrf.chrf().sentence(hypotheses.get(line - 1), references.get(line - 1)))
                        .toArray());
    }
}
