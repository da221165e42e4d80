package org.hydraworkbench.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.AlignOptions;
import org.hydraworkbench.align.AlignmentMethod;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.IndexedText;
import org.hydraworkbench.align.Links;
import org.hydraworkbench.align.Symmetrization;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.align.format.LinkWriter;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra align}: links the words of a bitext. */
@Command(
        name = "align",
        description = "Links the words of every pair of a bitext; writes Pharaoh lines, i-j, source first, counted from 0, or another"
                + " format.",
        mixinStandardHelpOptions = true)
final class AlignCommand implements Callable<Integer> {

    @Option(names = "--bitext", required = true, paramLabel = "FILE",
            description = "TSV, 'source ||| target' lines or TMX; may be gzip.")
    private @Nullable Path bitext;

    @CommandLine.Mixin
    private final UnitsMixin units = new UnitsMixin();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "ibm1", description = "ibm1 or diagonal (${DEFAULT-VALUE}).")
    private String model = "";

    @Option(names = "--symmetrization", paramLabel = "NAME", defaultValue = "grow-diag-final-and",
            description = "forward, reverse, intersect, union, grow-diag, grow-diag-final or grow-diag-final-and"
                    + " (${DEFAULT-VALUE}).")
    private String symmetrization = "";

    @Option(names = "--passes", paramLabel = "N",
            description = "Passes of training; 0 (the default) is what suits the model: ibm1 8, diagonal 5.")
    private int passes = AlignOptions.defaults().passes();

    @Option(names = "--longest", paramLabel = "N",
            description = "Pairs with more units on a side are left without links (${DEFAULT-VALUE}).")
    private int longest = AlignOptions.defaults().longest();

    @Option(names = "--seed", paramLabel = "N", description = "For models that draw random numbers (${DEFAULT-VALUE}).")
    private long seed = AlignOptions.defaults().seed();

    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the links go.")
    private @Nullable Path out;

    @CommandLine.Mixin
    private final LinkOutputMixin output = new LinkOutputMixin();

    @Option(names = "--scores", paramLabel = "FILE", description = "Where confidences go: TSV of pair, i, j, confidence.")
    private @Nullable Path scores;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (passes < 0 || threads < 1 || longest < 1 || longest > Links.MOST_UNITS) {
            throw new UsageException("--passes is at least 0, --threads and --longest at least 1, --longest at most "
                    + Links.MOST_UNITS + ".");
        }
        units.check();
        LinkFormat format = output.format();
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
        try (UnitsMixin.Units cut = units.open()) {
            outcome = align(cut.source(), cut.target(), options, progress);
        }
        if (outcome.links().size() == 0) {
            throw InputException.in(Objects.requireNonNull(bitext), "is empty; there is nothing to align");
        }
        write(outcome, format);
        line.getOut().println(outcome.summary().describe());
        return 0;
    }

    private BitextAligner.Outcome align(Segmenter source, Segmenter target, AlignOptions options, Progress progress)
            throws HydraException {
        try (BitextReader reader = Bitexts.open(Objects.requireNonNull(bitext))) {
            return BitextAligner.align(reader::next, source, target, options, progress);
        }
    }

    private void write(BitextAligner.Outcome outcome, LinkFormat format) throws HydraException {
        Links links = outcome.links();
        AtomicFiles.write(Objects.requireNonNull(out), stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            LinkWriter lines = output.writer(writer);
            for (int p = 0; p < links.size(); p++) {
                lines.write(
                        links.get(p),
                        format.hasWords() ? forms(outcome.bitext().source(), p) : List.of(),
                        format.hasWords() ? forms(outcome.bitext().target(), p) : List.of());
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

    private static List<String> forms(IndexedText side, int pair) {
        return Arrays.stream(side.sentence(pair)).mapToObj(side.vocabulary()::form).toList();
    }
}
