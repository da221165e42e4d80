package org.hydraworkbench.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.AlignOptions;
import org.hydraworkbench.align.AlignmentMethod;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.LinkFile;
import org.hydraworkbench.align.Links;
import org.hydraworkbench.align.Pharaoh;
import org.hydraworkbench.align.Symmetrization;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra align}: links the words of a bitext. */
@Command(
        name = "align",
        description = "Links the words of every pair of a bitext; writes Pharaoh lines, i-j, source first, counted from 0.",
        mixinStandardHelpOptions = true)
final class AlignCommand implements Callable<Integer> {

    @Option(names = "--bitext", required = true, paramLabel = "FILE",
            description = "TSV, 'source ||| target' lines or TMX; may be gzip.")
    private @Nullable Path bitext;

    @Option(names = "--source-tokenizer", paramLabel = "DIR", description = "Folder with the source tokenizer.json.")
    private @Nullable Path sourceTokenizer;

    @Option(names = "--target-tokenizer", paramLabel = "DIR", description = "Folder with the target tokenizer.json.")
    private @Nullable Path targetTokenizer;

    @Option(names = "--unit", paramLabel = "UNIT",
            description = "What is linked: given (between spaces; the default without tokenizers), word (Unicode words), token, or"
                    + " unit (the tokens of a word together; the default with tokenizers, and what 'map --alignment' expects).")
    private @Nullable String unit;

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "ibm1", description = "ibm1 (${DEFAULT-VALUE}).")
    private String model = "";

    @Option(names = "--symmetrization", paramLabel = "NAME", defaultValue = "grow-diag-final-and",
            description = "forward, reverse, intersect, union, grow-diag, grow-diag-final or grow-diag-final-and"
                    + " (${DEFAULT-VALUE}).")
    private String symmetrization = "";

    @Option(names = "--passes", paramLabel = "N", description = "Passes of training (${DEFAULT-VALUE}).")
    private int passes = AlignOptions.defaults().passes();

    @Option(names = "--longest", paramLabel = "N",
            description = "Pairs with more units on a side are left without links (${DEFAULT-VALUE}).")
    private int longest = AlignOptions.defaults().longest();

    @Option(names = "--seed", paramLabel = "N", description = "For models that draw random numbers (${DEFAULT-VALUE}).")
    private long seed = AlignOptions.defaults().seed();

    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the links go, a line a pair.")
    private @Nullable Path out;

    @Option(names = "--scores", paramLabel = "FILE", description = "Where confidences go: TSV of pair, i, j, confidence.")
    private @Nullable Path scores;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (passes < 1 || threads < 1 || longest < 1 || longest > Links.MOST_UNITS) {
            throw new UsageException("--passes, --threads and --longest are at least 1, --longest at most "
                    + Links.MOST_UNITS + ".");
        }
        if ((sourceTokenizer == null) != (targetTokenizer == null)) {
            throw new UsageException("Give both --source-tokenizer and --target-tokenizer, or neither.");
        }
        OutputFiles.of("--out", out).and("--scores", scores).apartFrom("--bitext", bitext);
        AlignOptions options = AlignOptions.defaults()
                .withModel(AlignmentMethod.parse(model))
                .withSymmetrization(Symmetrization.parse(symmetrization))
                .withPasses(passes)
                .withLongest(longest)
                .withSeed(seed)
                .withThreads(threads);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        ConsoleProgress progress = new ConsoleProgress(line.getErr());
        BitextAligner.Outcome outcome;
        try (Tokenizer source = load(sourceTokenizer);
                Tokenizer target = load(targetTokenizer)) {
            Unit kind = unit(source != null);
            outcome = align(Segmenter.of(kind, source), Segmenter.of(kind, target), options, progress);
        }
        if (outcome.links().size() == 0) {
            throw InputException.in(Objects.requireNonNull(bitext), "is empty; there is nothing to align");
        }
        write(outcome.links());
        line.getOut().println(outcome.summary().describe());
        return 0;
    }

    private BitextAligner.Outcome align(Segmenter source, Segmenter target, AlignOptions options, Progress progress)
            throws HydraException {
        try (BitextReader reader = Bitexts.open(Objects.requireNonNull(bitext))) {
            return BitextAligner.align(reader::next, source, target, options, progress);
        }
    }

    private static @Nullable Tokenizer load(@Nullable Path folder) throws HydraException {
        return folder == null ? null : Tokenizer.load(folder);
    }

    private Unit unit(boolean withTokenizers) throws UsageException {
        if (unit == null) {
            return withTokenizers ? Unit.UNIT : Unit.GIVEN;
        }
        for (Unit value : Unit.values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(unit)) {
                if (!withTokenizers && (value == Unit.TOKEN || value == Unit.UNIT)) {
                    throw new UsageException("--unit " + unit + " needs --source-tokenizer and --target-tokenizer.");
                }
                return value;
            }
        }
        throw new UsageException("--unit " + unit + ": there are the units given, word, token and unit.");
    }

    private void write(Links links) throws HydraException {
        AtomicFiles.write(Objects.requireNonNull(out), stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.US_ASCII);
            for (int p = 0; p < links.size(); p++) {
                writer.write(Pharaoh.format(links.get(p)));
                writer.write('\n');
            }
            writer.flush();
        });
        if (scores != null) {
            AtomicFiles.write(scores, stream -> {
                Writer writer = new OutputStreamWriter(stream, StandardCharsets.US_ASCII);
                for (int p = 0; p < links.size(); p++) {
                    LinkFile.writeScores(p, links.get(p), writer);
                }
                writer.flush();
            });
        }
    }
}
