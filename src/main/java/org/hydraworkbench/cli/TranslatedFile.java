package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.document.DocumentTranslator;
import org.hydraworkbench.document.SegmentScore;
import org.hydraworkbench.document.UnfinishedAnswers;
import org.hydraworkbench.document.format.DocumentFormat;
import org.hydraworkbench.document.format.Formats;
import org.hydraworkbench.document.format.ReadOptions;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A file that is translated, and what is made of it. */
final class TranslatedFile {

    private static final int MOST_COLUMNS = 1000;

    @Reads(Place.FILE)
    @Option(names = "--in", required = true, paramLabel = "FILE",
            description = "A file to translate: text line by line (txt, and any other name), a table (tsv), XLIFF 1.2 or 2 (xlf, xliff),"
                    + " gettext (po, pot), TMX, USFM (usfm, sfm), HTML (html, htm, xhtml).")
    private @Nullable Path in;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "The same file translated, with all else in it byte for byte as it was.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "NAME",
            description = "What --in is, where its name does not say so: txt, tsv, xliff, po, tmx, usfm, html.")
    private @Nullable String format;

    @Within(least = 1, most = MOST_COLUMNS)
    @Option(names = "--column", paramLabel = "N",
            description = "Of a table (tsv), the column that is translated (1); the translation is added as a last column.")
    private @Nullable Integer column;

    @Writes(Place.FILE)
    @Option(names = "--scores", paramLabel = "FILE.tsv",
            description = "With --memory or --project: for each text its line in --in, the chrF that is expected of the translation (0 to 100;"
                    + " honest where --decoding was learnt for such text), and the log-probability of the choice.")
    private @Nullable Path scores;

    @Option(names = "--resume",
            description = "Keeps every sentence in a file beside --out (OUT.unfinished) until all is done, and goes on from there where the same"
                    + " command was stopped before.")
    private boolean resume;

    boolean isScored() {
        return scores != null;
    }

    /** The format, to be asked for before long work. */
    DocumentFormat format() throws UsageException {
        DocumentFormat chosen = format == null ? Formats.of(Objects.requireNonNull(in)) : Formats.byId(format);
        if (column != null && !chosen.id().equals("tsv")) {
            throw new UsageException("--column is for a table (--format tsv), and " + in + " is taken for " + chosen.id() + ".");
        }
        return chosen;
    }

    /**
     * Translates it.
     *
     * @param command the words of the command line
     */
    void translate(SegmentTranslator translator, LanguageTag from, LanguageTag to, List<String> command, Progress progress)
            throws HydraException {
        Path made = Objects.requireNonNull(out);
        ReadOptions options = new ReadOptions(from, to, column == null ? 1 : column);
        if (!resume) {
            write(translator, options, made, progress);
            return;
        }
        String settings = from + " " + to + " " + String.join(" ", command);
        try (UnfinishedAnswers kept = UnfinishedAnswers.open(UnfinishedAnswers.beside(made), translator, settings)) {
            if (kept.size() > 0) {
                progress.log(String.format(Locale.ROOT, "Going on; sentences done before: %,d.", kept.size()));
            }
            write(kept, options, made, progress);
            kept.finish();
        }
    }

    private void write(SegmentTranslator translator, ReadOptions options, Path made, Progress progress) throws HydraException {
        List<SegmentScore> found =
                new DocumentTranslator(translator, format(), options).translate(Objects.requireNonNull(in), made, progress);
        if (scores != null) {
            StringBuilder table = new StringBuilder(ConfidenceFile.COLUMNS + "log_probability\n");
            for (SegmentScore each : found) {
                table.append(String.format(Locale.ROOT, "%d\t%.2f\t%.4f%n", each.line(), each.confidence(), each.logProbability()));
            }
            AtomicFiles.writeString(scores, table.toString());
        }
    }
}
