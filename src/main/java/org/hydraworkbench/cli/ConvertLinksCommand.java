package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkFormat;
import org.hydraworkbench.align.format.LinkWriter;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.SentencePair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra convert-links}: the same links in another format. */
@Command(
        name = "convert-links",
        description = "Writes links in another format; with their bitext, checks that none points beyond a sentence.",
        mixinStandardHelpOptions = true)
final class ConvertLinksCommand implements Callable<Integer> {

    @Reads(Place.FILE)
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The links; may be gzip.")
    private @Nullable Path in;

    @CommandLine.Mixin
    private final LinkFormatMixin linkFormat = new LinkFormatMixin();

    @Reads(Place.FILE)
    @Option(names = "--scores", paramLabel = "FILE",
            description = "Confidences of the links, as 'align --scores' writes them.")
    private @Nullable Path scores;

    @Option(names = "--swap", description = "Reads the first side as the target and the second as the source.")
    private boolean swap;

    @Reads(Place.FILE)
    @Option(names = "--bitext", arity = "1..2", paramLabel = "FILE",
            description = "The linked text, as written (after --swap); the format giza needs it. " + BitextMixin.FORMS)
    private List<Path> bitext = List.of();

    @CommandLine.Mixin
    private final BitextMixin languages = new BitextMixin();

    @CommandLine.Mixin
    private final UnitsMixin units = new UnitsMixin();

    @CommandLine.Mixin
    private final LinkOutputMixin output = new LinkOutputMixin();

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the links go.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** What was written. */
    private static final class Tally {
        private long pairs;
        private long links;
        private long emptySides;
        private long unmarked;
    }

    @Override
    public Integer call() throws HydraException {
        LinkFormat format = output.format();
        if (bitext.isEmpty() && format.hasWords()) {
            throw new UsageException("--out-format " + format.optionName() + " writes the words too; give --bitext.");
        }
        if (bitext.isEmpty() && units.given()) {
            throw new UsageException("--unit and the tokenizers say how --bitext is cut, which is missing.");
        }
        languages.requireOf(bitext);
        units.check();
        Tally tally = new Tally();
        AtomicFiles.write(Objects.requireNonNull(out), stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            LinkWriter links = output.writer(writer);
            try (LinkFile file = LinkFile.open(Objects.requireNonNull(in), linkFormat.format(), scores)) {
                if (bitext.isEmpty()) {
                    convert(file, links, tally);
                } else {
                    convertCut(file, links, tally);
                }
            }
            writer.flush();
            tally.unmarked = links.unmarked();
        });
        report(tally);
        return 0;
    }

    private void convert(LinkFile file, LinkWriter links, Tally tally) throws HydraException, IOException {
        for (Alignment pair = file.next(); pair != null; pair = file.next()) {
            write(pair, List.of(), List.of(), links, tally);
        }
        file.requireEnd();
    }

    private void convertCut(LinkFile file, LinkWriter links, Tally tally) throws HydraException, IOException {
        try (BitextReader reader = languages.open(bitext);
                UnitsMixin.Units cut = units.open()) {
            SentencePair pair = reader.next();
            if (pair == null) {
                throw BitextMixin.nothing(reader);
            }
            for (; pair != null; pair = reader.next()) {
                List<String> source = List.of(cut.source().segment(pair.source()).forms());
                List<String> target = List.of(cut.target().segment(pair.target()).forms());
                Alignment alignment = swap
                        ? file.next(target.size(), source.size())
                        : file.next(source.size(), target.size());
                write(alignment, source, target, links, tally);
                tally.emptySides += source.isEmpty() || target.isEmpty() ? 1 : 0;
            }
            languages.tell(reader);
            file.requireEnd();
        }
    }

    private void write(Alignment read, List<String> source, List<String> target, LinkWriter links, Tally tally)
            throws IOException {
        Alignment alignment = swap ? read.reversed() : read;
        links.write(alignment, source, target);
        tally.pairs++;
        tally.links += alignment.links().size();
    }

    private void report(Tally tally) {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.getOut().printf(Locale.ROOT, "%,d pairs, %,d links", tally.pairs, tally.links);
        line.getOut().println(bitext.isEmpty()
                ? "; not checked against sentences, since --bitext was not given"
                : String.format(Locale.ROOT, "; %,d pairs with an empty side", tally.emptySides));
        if (tally.unmarked > 0) {
            line.getErr().printf(Locale.ROOT, "hydra: %,d possible links were written as sure ones; the format knows no others%n",
                    tally.unmarked);
        }
    }
}
