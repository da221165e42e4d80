package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.ProjectInfo;
import org.jspecify.annotations.Nullable;

/**
 * The text of an import, read once: pairs as the project will have them, the source first. A file that says which side is in which of
 * the project's languages is taken at its word, whatever the request says of its sides.
 */
final class ImportText implements BitextReader {

    static final String NOTHING = "There is no sentence pair in the file.";

    private final BitextReader reader;
    private final boolean named;
    private final boolean swapped;

    private ImportText(BitextReader reader, boolean named, boolean swapped) {
        this.reader = reader;
        this.named = named;
        this.swapped = swapped && !named;
    }

    static ImportText open(ImportRequest request, ProjectInfo project) throws HydraException {
        Path second = request.target();
        if (second != null) {
            return new ImportText(Bitexts.openMoses(request.source(), second), false, request.swapped());
        }
        boolean named = Bitexts.format(request.source()) == BitextFormat.TMX && hasBoth(request.source(), project);
        BitextReader reader = named ? byLanguages(request.source(), project) : Bitexts.open(request.source());
        return new ImportText(reader, named, request.swapped());
    }

    private static boolean hasBoth(Path tmx, ProjectInfo project) throws HydraException {
        try (BitextReader probe = byLanguages(tmx, project)) {
            return probe.next() != null;
        }
    }

    private static BitextReader byLanguages(Path tmx, ProjectInfo project) throws HydraException {
        return Bitexts.open(tmx, project.sourceLanguage().toString(), project.targetLanguage().toString());
    }

    /** Whether the file itself says which side is in which of the project's languages. */
    boolean isNamed() {
        return named;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        SentencePair pair = reader.next();
        return pair == null || !swapped ? pair : new SentencePair(pair.target(), pair.source());
    }

    @Override
    public List<String> languages() {
        return swapped ? reader.languages().reversed() : reader.languages();
    }

    @Override
    public boolean hasFurtherColumns() {
        return reader.hasFurtherColumns();
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
    public long skipped() {
        return reader.skipped();
    }

    @Override
    public void close() throws HydraException {
        reader.close();
    }
}
