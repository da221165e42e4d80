package org.hydraworkbench.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.text.Tsv;

/** Translates one line. */
@FunctionalInterface
interface LineTranslation {

    /**
     * @param number of the line, from 1
     */
    String translate(String line, int number) throws HydraException;

    /** One line out for one line in: an empty one stays empty, a line end in a translation becomes a space. */
    static void write(Path in, Path out, Progress progress, LineTranslation translation) throws HydraException {
        List<String> lines = TextLines.readAll(in);
        progress.message("Translating " + in);
        AtomicFiles.write(out, stream -> {
            for (int i = 0; i < lines.size(); i++) {
                progress.checkCancelled();
                stream.write((translated(lines.get(i), translation, in, i + 1) + "\n").getBytes(StandardCharsets.UTF_8));
                progress.update(i + 1, lines.size());
            }
        });
    }

    private static String translated(String line, LineTranslation translation, Path in, int number) throws HydraException {
        if (line.isBlank()) {
            return "";
        }
        try {
            return Tsv.cell(translation.translate(line, number));
        } catch (InputException e) {
            throw new InputException(in + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
