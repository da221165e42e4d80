package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.project.corpora.SidesGuess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hydra project import}: sentence pairs from a file, or from two whose lines correspond. */
@Command(name = "import", description = "Imports sentence pairs.", mixinStandardHelpOptions = true)
final class ProjectImportCommand implements Callable<Integer> {

    private static final class Roles implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(CorpusRole.values()).map(CorpusRole::code).iterator();
        }
    }

    @Mixin
    private final ProjectFileMixin project = new ProjectFileMixin();

    @Reads(Place.FILE)
    @Parameters(index = "1", paramLabel = "BITEXT",
            description = "TSV, CSV, 'source ||| target' lines, TMX, may be gzip; a zip as OPUS hands it out; with a second file the"
                    + " source sentences, one a line.")
    private @Nullable Path source;

    @Reads(Place.FILE)
    @Parameters(index = "2", arity = "0..1", paramLabel = "BITEXT2", description = "The target sentences, line by line those of the first file.")
    private @Nullable Path target;

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "train",
            completionCandidates = Roles.class,
            description = "What the pairs are for: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String role = "";

    @Within(least = 0, most = Integer.MAX_VALUE)
    @Option(names = "--hold-out", paramLabel = "N", defaultValue = "0",
            description = "Holds N source sentences with all their pairs out for test, and N for development (${DEFAULT-VALUE}).")
    private int holdOut;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the corpus; as its file if left out.")
    private @Nullable String name;

    @Option(names = "--licence", paramLabel = "TEXT", defaultValue = "", description = "Licence and attribution of the text.")
    private String licence = "";

    @Option(names = "--swap", description = "The target language stands on the left, or in the first of two files.")
    private boolean swap;

    @Option(names = "--skip-bad-lines",
            description = "Leaves lines out that are no pairs of sentences, or of a table have an empty side, and tells which and why; otherwise"
                    + " lines that are no pairs are an error.")
    private boolean skipBadLines;

    @Mixin
    private final LineOptionsMixin lines = new LineOptionsMixin();

    @Option(names = "--from", paramLabel = "TAG",
            description = "The language of a TMX file or a zip that becomes the source; the project's own if left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG", description = "The language of a TMX file or a zip that becomes the target, likewise.")
    private @Nullable String to;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        ImportRequest request = request();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try (Project open = project.open()) {
            tell(open.corpora().preview(request), line.getErr());
            for (CorpusInfo made : open.work().importCorpus(request).run(new ConsoleProgress(line.getErr()))) {
                line.getOut().println("Corpus %d, “%s”: %,d pairs for %s"
                        .formatted(made.id(), made.name(), made.pairs(), made.role().title()));
            }
        }
        return 0;
    }

    /** What a person may want to do otherwise; the sides are swapped and a head is passed over only where that is asked for. */
    private void tell(ImportPreview found, PrintWriter err) {
        String head = lines.head(found.sample());
        if (!head.isEmpty()) {
            err.println("hydra: " + head);
        }
        if (found.sides().by() != SidesGuess.Evidence.NONE) {
            err.println("hydra: " + found.sides().sentence() + (swap ? " Leave --swap out." : " --swap swaps them."));
        }
    }

    private ImportRequest request() throws UsageException {
        CorpusRole use = CorpusRole.CODES.find(role).orElseThrow(() ->
                new UsageException("--role " + role + ": there are the roles " + CorpusRole.CODES.list() + "."));
        if (holdOut > 0 && use != CorpusRole.TRAINING) {
            throw new UsageException("--hold-out is for --role train" + (use.teaches() ? "." : "; text for " + use.title() + " is held out as a whole."));
        }
        Path file = Objects.requireNonNull(source);
        ImportRequest request = ImportRequest.of(BitextFiles.of(file, target).withLanguages(from, to));
        if (swap && (from != null || to != null)) {
            throw new UsageException("--swap says which side is which, and so do --from and --to; leave one of the two out.");
        }
        if (name != null) {
            if (name.isBlank()) {
                throw new UsageException("--name is empty; a corpus needs a name.");
            }
            request = request.withName(name.strip());
        }
        return request.withLines(lines.options().withSkipBadLines(skipBadLines)).withRole(use).withHoldOut(holdOut).withLicence(licence.strip()).withSwapped(swap);
    }
}
