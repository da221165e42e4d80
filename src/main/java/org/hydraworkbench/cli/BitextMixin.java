package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which languages of a bitext a command reads, and what it tells of the bitext. */
final class BitextMixin {

    /** What a bitext may be, for the help of {@code --bitext}. */
    static final String FORMS = "TSV, CSV, 'source ||| target' lines, TMX, may be gzip; a zip as"
            + " OPUS hands it out; or two files, source and target, line by line.";

    @Option(names = "--from", paramLabel = "TAG",
            description = "The source language, of a TMX file or a zip; what the file itself calls the source if left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG",
            description = "The target language, of a TMX file or a zip; the first beside the source if left out.")
    private @Nullable String to;

    @CommandLine.Mixin
    private LineOptionsMixin lines = new LineOptionsMixin();

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    private boolean told;

    private boolean given() {
        return from != null || to != null;
    }

    /** Refuses languages of no bitext; to be called before long work, where {@code --bitext} may be left out. */
    void requireOf(List<Path> files) throws UsageException {
        if (given() && files.isEmpty()) {
            throw new UsageException("--from and --to choose the languages of --bitext, which is missing.");
        }
        if (lines.given() && files.isEmpty()) {
            throw new UsageException("--encoding, --columns and --skip-head say how --bitext is read, which is missing.");
        }
    }

    /**
     * Opens a bitext.
     *
     * @param files what {@code --bitext} names, one file or two
     */
    BitextReader open(List<Path> files) throws HydraException {
        BitextFiles text = text(files).withLanguages(from, to).withLines(lines.options());
        BitextReader reader = Bitexts.open(text);
        if (given() && !reader.namesLanguages()) {
            reader.close();
            throw text.noLanguages();
        }
        return reader;
    }

    /** The text that {@code --bitext} names. */
    static BitextFiles text(List<Path> files) throws UsageException {
        return text("--bitext", files);
    }

    /** The text that an option names. */
    static BitextFiles text(String option, List<Path> files) throws UsageException {
        if (files.size() > 2) {
            throw new UsageException(option + " is one file or two, source and target; " + files.size() + " were given.");
        }
        return BitextFiles.of(files.getFirst(), files.size() == 2 ? files.getLast() : null);
    }

    /** Tells once what a person should know of a bitext that was read to its end. */
    void tell(BitextReader reader) {
        if (!told) {
            told = true;
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            reader.notes().forEach(note -> err.println("hydra: " + note + hint(reader)));
            String head = lines.head(reader);
            if (!head.isEmpty()) {
                err.println("hydra: " + head);
            }
        }
    }

    /** The pairs of a bitext, of which there must be one. */
    static PairSource pairs(BitextReader reader) throws HydraException {
        SentencePair first = reader.next();
        if (first == null) {
            throw nothing(reader);
        }
        Iterator<SentencePair> begin = List.of(first).iterator();
        return () -> begin.hasNext() ? begin.next() : reader.next();
    }

    /** The first pairs of a bitext, of which there must be one. */
    static List<SentencePair> pairs(BitextReader reader, int most) throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        PairSource source = pairs(reader);
        for (SentencePair pair = source.next(); pair != null && pairs.size() < most; pair = source.next()) {
            pairs.add(pair);
        }
        return pairs;
    }

    /** The error to throw where a bitext that was read to its end has no pair. */
    static InputException nothing(BitextReader reader) {
        InputException why = reader.nothing();
        return new InputException(why.getMessage() + hint(reader), why);
    }

    private static String hint(BitextReader reader) {
        return reader.allLanguages().size() > 2 ? " Choose two of its languages with --from and --to." : "";
    }
}
