package org.hydraworkbench.project.corpora;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TableSample;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * The text of an import, read once: pairs as the project will have them, the source first. A text that says which side is in which of
 * the project's languages is taken at its word, whatever the request says of its sides; unless other languages of it are chosen.
 */
final class ImportText implements BitextReader {

    private final BitextReader reader;
    private final boolean named;
    private final boolean settled;
    private final boolean swapped;

    private ImportText(BitextReader reader, boolean named, boolean settled, boolean swapped) {
        this.reader = reader;
        this.named = named;
        this.settled = settled;
        this.swapped = swapped;
    }

    static ImportText open(ImportRequest request, ProjectInfo project) throws HydraException {
        BitextFiles text = request.files();
        BitextFiles inProjects = text.withLanguages(
                text.from() == null ? project.sourceLanguage().toString() : text.from(),
                text.to() == null ? project.targetLanguage().toString() : text.to());
        boolean chosen = text.from() != null || text.to() != null;
        if (chosen || isNamed(inProjects)) {
            BitextReader reader = Bitexts.open(inProjects);
            if (!reader.namesLanguages()) {
                reader.close();
                throw text.noLanguages();
            }
            return new ImportText(reader, isOf(project, inProjects), true, false);
        }
        return new ImportText(Bitexts.open(text), false, false, request.swapped());
    }

    /** Whether a text names languages and has these two. */
    private static boolean isNamed(BitextFiles text) throws HydraException {
        try (BitextReader probe = Bitexts.open(text)) {
            return probe.namesLanguages() && probe.next() != null;
        }
    }

    private static boolean isOf(ProjectInfo project, BitextFiles text) {
        return LanguageTag.serves(project.sourceLanguage().toString(), String.valueOf(text.from()))
                && LanguageTag.serves(project.targetLanguage().toString(), String.valueOf(text.to()));
    }

    /** Whether the text itself says which side is in which of the project's languages. */
    boolean isNamed() {
        return named;
    }

    /** Whether the sides cannot be swapped: the text has the project's languages, or languages of it were chosen. */
    boolean isSettled() {
        return settled;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        SentencePair pair = reader.next();
        return pair == null || !swapped ? pair : pair.reversed();
    }

    @Override
    public List<String> languages() {
        return swapped ? reader.languages().reversed() : reader.languages();
    }

    @Override
    public boolean namesLanguages() {
        return reader.namesLanguages();
    }

    @Override
    public List<String> allLanguages() {
        return reader.allLanguages();
    }

    @Override
    public @Nullable BitextFormat format() {
        return reader.format();
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public long bytesTotal() {
        return reader.bytesTotal();
    }

    @Override
    public List<String> notes() {
        return reader.notes();
    }

    @Override
    public String badLines() {
        return reader.badLines();
    }

    @Override
    public List<String> badLineReasons() {
        return reader.badLineReasons();
    }

    /** The beginning of the table; its head as the project will have the sides. */
    @Override
    public @Nullable TableSample sample() {
        TableSample found = reader.sample();
        return found == null || !swapped ? found : new TableSample(found.rows(), found.columns(), found.head().reversed());
    }

    @Override
    public InputException nothing() {
        return reader.nothing();
    }

    @Override
    public void close() throws HydraException {
        reader.close();
    }
}
