package org.hydraworkbench.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;

/**
 * Reads analogies in the two forms in which they come. That of SART (Khusainova et al. 2019) and of Mikolov et al. (2013): four words a line,
 * and before those of a category a line with a colon and its name. That of BATS (Gladkova et al. 2016): a word and, after a tab, what stands
 * in the relation to it, several forms parted by slashes; every line asks for the answer of every other line, whose first form is the example.
 */
public final class AnalogyFile {

    private static final String CATEGORY = ":";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AnalogyFile() {}

    /** A word with what stands in the relation to it. */
    private record Related(String word, List<String> forms) {}

    /**
     * All questions of a file, in their order.
     *
     * @throws InputException naming file and line, when it has neither form
     */
    public static List<Analogy> read(Path file) throws HydraException {
        List<String> lines = TextLines.readAll(file);
        boolean bats = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").contains("\t");
        List<Analogy> questions = bats ? bats(lines, file) : fours(lines, file);
        if (questions.isEmpty()) {
            throw InputException.in(file, "has no analogy; give four words a line, or a word, a tab and its answer on each of two lines or more");
        }
        return questions;
    }

    private static List<Analogy> fours(List<String> lines, Path file) throws InputException {
        List<Analogy> questions = new ArrayList<>();
        String category = "";
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            if (line.startsWith(CATEGORY)) {
                category = line.substring(1).strip();
                continue;
            }
            String[] words = BLANKS.split(line);
            if (!line.isEmpty() && words.length != 4) {
                throw InputException.at(file, k + 1, "\"%s\" should be four words, or a colon and the name of a category".formatted(line));
            }
            if (!line.isEmpty()) {
                questions.add(new Analogy(category, words[0], words[1], words[2], List.of(words[3])));
            }
        }
        return questions;
    }

    private static List<Analogy> bats(List<String> lines, Path file) throws InputException {
        List<Related> pairs = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).isBlank()) {
                continue;
            }
            String[] cells = lines.get(k).split("\t", -1);
            List<String> forms = cells.length == 2 ? forms(cells[1]) : List.of();
            if (forms.isEmpty() || cells[0].isBlank()) {
                throw InputException.at(file, k + 1, "\"%s\" should be a word, a tab and its answers with slashes between".formatted(lines.get(k)));
            }
            pairs.add(new Related(cells[0].strip(), forms));
        }
        String category = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
        List<Analogy> questions = new ArrayList<>();
        for (Related example : pairs) {
            for (Related asked : pairs) {
                if (asked != example) {
                    questions.add(new Analogy(category, example.word, example.forms.getFirst(), asked.word, asked.forms));
                }
            }
        }
        return questions;
    }

    private static List<String> forms(String cell) {
        return List.of(cell.split("/")).stream().map(String::strip).filter(form -> !form.isEmpty()).toList();
    }
}
