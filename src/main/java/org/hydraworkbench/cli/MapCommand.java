package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.mapping.CountTable;
import org.hydraworkbench.mapping.Evidence;
import org.hydraworkbench.mapping.EvidenceCollector;
import org.hydraworkbench.mapping.EvidenceWeights;
import org.hydraworkbench.mapping.ImprovedMapper;
import org.hydraworkbench.mapping.MappingStats;
import org.hydraworkbench.mapping.ReferenceMapper;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra map}: what each token of the new vocabulary means in the old one. */
@Command(
        name = "map",
        description = "Finds for each target token the source tokens that it is translated by, with weights.",
        mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {

    private static final double REFERENCE_MIN_COUNT = 10;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "improved",
            description = "improved (from symmetrised links with confidences) or reference (as published) (${DEFAULT-VALUE}).")
    private String method = "";

    @Reads(Place.TOKENIZER)
    @Option(names = "--source-tokenizer", required = true, paramLabel = "DIR", description = "The old tokenizer.")
    private @Nullable Path sourceTokenizer;

    @Reads(Place.TOKENIZER)
    @Option(names = "--target-tokenizer", required = true, paramLabel = "DIR", description = "The new tokenizer.")
    private @Nullable Path targetTokenizer;

    @Reads(Place.FILE)
    @Option(names = "--bitext", required = true, arity = "1..2", paramLabel = "FILE",
            description = "Sentence pairs, old language first: " + BitextMixin.FORMS)
    private List<Path> bitext = List.of();

    @CommandLine.Mixin
    private final BitextMixin languages = new BitextMixin();

    @Reads(Place.FILE)
    @Option(names = "--alignment", paramLabel = "FILE",
            description = "Links of the bitext's units, as 'align' with the same tokenizers writes them; found here if not given."
                    + " Only for --method improved.")
    private @Nullable Path alignment;

    @CommandLine.Mixin
    private final LinkFormatMixin linkFormat = new LinkFormatMixin();

    @Reads(Place.FILE)
    @Option(names = "--scores", paramLabel = "FILE",
            description = "Confidences of the links in --alignment, as 'align --scores' writes them; 1 if not given.")
    private @Nullable Path scores;

    @Within(least = 0, most = 1_000_000_000)
    @Option(names = "--min-count", paramLabel = "N",
            description = "Smaller counts are dropped (10 for reference, 0 for improved).")
    private @Nullable Double minCount;

    @Within(least = 1, most = Within.THREADS)
    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

    @Writes(Place.FILE)
    @Option(names = "--counts", paramLabel = "FILE", description = "Where the counts go, as JSON.")
    private @Nullable Path countsFile;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the mapping goes, as JSON.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private record Mapped(TokenMapping mapping, CountTable counts) {}

    @Override
    public Integer call() throws HydraException {
        if (scores != null && alignment == null) {
            throw new UsageException("--scores gives the confidences of --alignment, which is missing.");
        }
        requirePairs();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Progress progress = new ConsoleProgress(line.getErr());
        try (Tokenizer source = Tokenizer.load(Objects.requireNonNull(sourceTokenizer));
                Tokenizer target = Tokenizer.load(Objects.requireNonNull(targetTokenizer))) {
            Mapped mapped = switch (method) {
                case "reference" -> reference(source, target, progress);
                case "improved" -> improved(source, target, progress);
                default -> throw new UsageException("--method " + method + ": there are the methods improved and reference.");
            };
            if (countsFile != null) {
                mapped.counts().write(countsFile, source, target);
            }
            mapped.mapping().write(Objects.requireNonNull(out), source, target);
            line.getOut().println(MappingStats.of(mapped.mapping()).describe());
        }
        return 0;
    }

    private Mapped reference(Tokenizer source, Tokenizer target, Progress progress) throws HydraException {
        if (alignment != null) {
            throw new UsageException("--method reference aligns by itself; --alignment is for --method improved.");
        }
        double least = minCount == null ? REFERENCE_MIN_COUNT : minCount;
        if (least != Math.rint(least) || least < 1) {
            throw new UsageException("--method reference counts whole numbers; --min-count is at least 1, not " + least + ".");
        }
        try (BitextReader reader = open()) {
            ReferenceMapper.Result result =
                    ReferenceMapper.map(source, target, reader::next, (int) least, threads, progress);
            languages.tell(reader);
            return new Mapped(result.mapping(), result.counts());
        }
    }

    private Mapped improved(Tokenizer source, Tokenizer target, Progress progress) throws HydraException {
        double least = minCount == null ? 0 : minCount;
        Segmenter sourceUnits = Segmenter.of(Unit.UNIT, source);
        Segmenter targetUnits = Segmenter.of(Unit.UNIT, target);
        Evidence evidence = alignment == null
                ? aligned(sourceUnits, targetUnits, progress)
                : given(alignment, sourceUnits, targetUnits, progress);
        ImprovedMapper mapper = new ImprovedMapper(source, target, evidence, least, progress);
        TokenMapping mapping = mapper.full(progress);
        return new Mapped(mapping, mapper.counts());
    }

    private Evidence aligned(Segmenter source, Segmenter target, Progress progress) throws HydraException {
        Links.Builder found = new Links.Builder();
        try (BitextReader reader = open()) {
            BitextAligner.align(
                    reader::next,
                    source,
                    target,
                    part -> TrainingData.of(part.bitext()),
                    AlignOptions.defaults().withThreads(threads),
                    progress,
                    (sourceUnits, targetUnits, ofPair) -> found.add(ofPair));
            languages.tell(reader);
        }
        Links links = found.build();
        try (BitextReader reader = open()) {
            return EvidenceCollector.collect(
                    reader::next,
                    source,
                    target,
                    (pair, sourceUnits, targetUnits) -> links.get(pair),
                    EvidenceWeights.defaults(),
                    progress);
        }
    }

    private Evidence given(Path links, Segmenter source, Segmenter target, Progress progress) throws HydraException {
        try (BitextReader reader = open();
                LinkFile file = LinkFile.open(links, linkFormat.format(), scores)) {
            Evidence evidence = EvidenceCollector.collect(
                    reader::next,
                    source,
                    target,
                    (pair, sourceUnits, targetUnits) -> file.next(sourceUnits.size(), targetUnits.size()),
                    EvidenceWeights.defaults(),
                    progress);
            file.requireEnd();
            languages.tell(reader);
            return evidence;
        }
    }

    private void requirePairs() throws HydraException {
        try (BitextReader reader = open()) {
            if (reader.next() == null) {
                throw BitextMixin.nothing(reader);
            }
        }
    }

    private BitextReader open() throws HydraException {
        return languages.open(bitext);
    }
}
