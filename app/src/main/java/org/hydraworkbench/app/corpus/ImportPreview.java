package org.hydraworkbench.app.corpus;

import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of what would be imported.
 *
 * @param format the form of a single file; null for two files
 * @param rows the first pairs
 * @param leftScript the script most letters of the left side are in
 * @param rightScript the same of the right side
 * @param problem what is wrong with one of the first lines, with file and line; null when nothing is
 */
public record ImportPreview(
        @Nullable BitextFormat format,
        List<SentencePair> rows,
        UnicodeScript leftScript,
        UnicodeScript rightScript,
        @Nullable String problem) {

    private static final int ROWS = 50;

    public ImportPreview {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the first pairs of a file, or of two whose lines correspond. A line that cannot be read ends the preview and is told
     * in {@link #problem}.
     *
     * @throws HydraException when nothing of it can be read
     */
    public static ImportPreview read(Path source, @Nullable Path target) throws HydraException {
        BitextFormat format = target == null ? Bitexts.format(source) : null;
        List<SentencePair> rows = new ArrayList<>();
        String problem = null;
        try (BitextReader reader = target == null ? Bitexts.open(source) : Bitexts.openMoses(source, target)) {
            for (SentencePair pair = reader.next(); pair != null && rows.size() < ROWS; pair = reader.next()) {
                rows.add(pair);
            }
        } catch (InputException e) {
            problem = e.getMessage();
        }
        return new ImportPreview(
                format,
                rows,
                script(rows.stream().map(SentencePair::source).toList()),
                script(rows.stream().map(SentencePair::target).toList()),
                problem);
    }

    /** The script of most letters; {@link UnicodeScript#UNKNOWN} where there are none. */
    static UnicodeScript script(List<String> texts) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        for (String text : texts) {
            text.codePoints()
                    .filter(Character::isLetter)
                    .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.UNKNOWN);
    }
}
