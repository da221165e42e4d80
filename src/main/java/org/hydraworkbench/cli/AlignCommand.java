package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.PortableModel;
import org.hydraworkbench.align.StreamAligner;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
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

    private static final Set<String> OF_HMM = Set.of("--prior", "--prior-weight", "--glossary");

    private static final Set<String> FOR_TRAINING = Set.of(
            "--model", "--passes", "--seed", "--save-model", "--confirmed", "--rejected", "--link-format");

    private final AlignOptions usual;

    @Reads(Place.FILE)
    @Option(names = "--bitext", required = true, arity = "1..2", paramLabel = "FILE", description = BitextMixin.FORMS)
    private List<Path> bitext = List.of();

    @CommandLine.Mixin
    private final BitextMixin languages = new BitextMixin();

    @CommandLine.Mixin
    private final UnitsMixin units = new UnitsMixin();

    @Option(names = "--model", paramLabel = "MODEL",
            description = "ibm1, diagonal or hmm-fertility, which had the best links on bitexts of every size (${DEFAULT-VALUE}).")
    private String model = AlignOptions.defaults().model().optionName();

    @CommandLine.Mixin
    private final HmmMixin hmm = new HmmMixin();

    @CommandLine.Mixin
    private final SupervisionMixin supervision = new SupervisionMixin();

    @Option(names = "--symmetrization", paramLabel = "NAME",
            description = "forward, reverse, intersect, union, grow-diag, grow-diag-final, grow-diag-final-and or threshold. The default is"
                    + " what suits the model: threshold for hmm-fertility, grow-diag-final-and for the others.")
    private @Nullable String symmetrization;

    @Within(least = 0, most = 1)
    @Option(names = "--threshold", paramLabel = "P",
            description = "With --symmetrization threshold: the confidence a link must reach, 0 to 1 (${DEFAULT-VALUE}).")
    private double threshold = AlignOptions.defaults().threshold();

    @Within(least = 0, most = AlignOptions.MOST_PASSES)
    @Option(names = "--passes", paramLabel = "N",
            description = "Passes of training; 0 (the default) is what suits the model: ibm1 8, diagonal 5, hmm-fertility more for"
                    + " small bitexts than for large ones.")
    private int passes = AlignOptions.defaults().passes();

    @Within(least = 1, most = Links.MOST_UNITS)
    @Option(names = "--longest", paramLabel = "N",
            description = "Pairs with more units on a side are left without links (${DEFAULT-VALUE}).")
    private int longest = AlignOptions.defaults().longest();

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", paramLabel = "N", description = "hmm-fertility: where its random numbers begin (${DEFAULT-VALUE}).")
    private long seed = AlignOptions.defaults().seed();

    @Within(least = 1, most = Within.THREADS)
    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

    @Writes(Place.FILE)
    @Option(names = "--save-model", paramLabel = "FILE", description = "Where the trained model goes, for --load-model and --prior.")
    private @Nullable Path saveModel;

    @Reads(Place.FILE)
    @Option(names = "--load-model", paramLabel = "FILE",
            description = "A model that --save-model wrote: aligns with it at once, without training.")
    private @Nullable Path loadModel;

    @Reads(Place.FILE)
    @Option(names = "--prior", paramLabel = "MODEL",
            description = "A model of kind hmm-fertility that --save-model wrote, of the same languages: what it knows of their words is"
                    + " where training starts from.")
    private @Nullable Path prior;

    @Within(least = Within.ABOVE_ZERO, most = 1000)
    @Option(names = "--prior-weight", paramLabel = "W", defaultValue = "0.3",
            description = "What the counts of --prior are multiplied with: 1 for text of the same kind, 0.1 for quite another"
                    + " (${DEFAULT-VALUE}).")
    private double priorWeight;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the links go.")
    private @Nullable Path out;

    @CommandLine.Mixin
    private final LinkOutputMixin output = new LinkOutputMixin();

    @Writes(Place.FILE)
    @Option(names = "--scores", paramLabel = "FILE", description = "Where confidences go: TSV of pair, i, j, confidence.")
    private @Nullable Path scores;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    AlignCommand() {
        this(AlignOptions.defaults());
    }

    /** @param usual what holds where no option says otherwise */
    AlignCommand(AlignOptions usual) {
        this.usual = usual;
    }

    @Override
    public Integer call() throws HydraException {
        units.check();
        output.format();
        supervision.check();
        AlignOptions options = options(AlignmentMethod.parse(model));
        requireSense(options.model());
        ConsoleProgress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        AlignmentOutput files = new AlignmentOutput(Objects.requireNonNull(out), output, scores);
        try (UnitsMixin.Units cut = units.open()) {
            if (loadModel == null) {
                train(cut, options, files, progress);
            } else {
                apply(PortableModel.load(loadModel), cut, files, progress);
            }
        }
        return 0;
    }

    private AlignOptions options(AlignmentMethod method) throws UsageException {
        Symmetrization links = symmetrization == null ? method.symmetrization() : Symmetrization.parse(symmetrization);
        if (links != Symmetrization.THRESHOLD && parsed().hasMatchedOption("--threshold")) {
            throw new UsageException("--threshold is for --symmetrization threshold, not for " + links.optionName() + ".");
        }
        return usual
                .withModel(method)
                .withSymmetrization(links)
                .withThreshold(threshold)
                .withPasses(passes)
                .withLongest(longest)
                .withSeed(seed)
                .withThreads(threads)
                .withHmm(hmm.options());
    }

    private CommandLine.ParseResult parsed() {
        return Objects.requireNonNull(spec).commandLine().getParseResult();
    }

    /** Refuses options that would change nothing. */
    private void requireSense(AlignmentMethod method) throws UsageException {
        for (CommandLine.Model.OptionSpec given : parsed().matchedOptions()) {
            String name = given.longestName();
            boolean forHmm = HmmMixin.NAMES.contains(name) || OF_HMM.contains(name);
            if (name.equals("--prior-weight") && prior == null) {
                throw new UsageException("--prior-weight is the weight of --prior, which is missing.");
            }
            if (loadModel != null && (forHmm || FOR_TRAINING.contains(name))) {
                throw new UsageException("--load-model aligns with a model as it is; " + name + " is for training one. Leave one of the two out.");
            }
            if ((forHmm || name.equals("--seed")) && method != AlignmentMethod.HMM_FERTILITY) {
                throw new UsageException(name + " is for the model hmm-fertility, not for " + method.optionName() + ".");
            }
        }
    }

    private void train(UnitsMixin.Units cut, AlignOptions options, AlignmentOutput files, Progress progress) throws HydraException {
        AlignmentModel earlier = prior == null ? null : earlier(PortableModel.load(prior), cut);
        try (BitextReader reader = languages.open(bitext)) {
            PairSource pairs = BitextMixin.pairs(reader);
            files.write(sink -> {
                AlignmentModel model = BitextAligner.align(
                                pairs,
                                cut.source(),
                                cut.target(),
                                part -> {
                                    TrainingData data = TrainingData.of(part.bitext())
                                            .withSupervision(supervision.read(part, cut.source(), cut.target(), options.model()));
                                    return earlier == null ? data : data.withEarlier(earlier, (float) priorWeight);
                                },
                                options,
                                progress,
                                sink)
                        .model();
                if (saveModel != null) {
                    PortableModel.of(model, cut.source(), cut.target()).save(saveModel);
                }
            });
            languages.tell(reader);
        }
    }

    private AlignmentModel earlier(PortableModel portable, UnitsMixin.Units cut) throws UsageException {
        if (portable.model().method() != AlignmentMethod.HMM_FERTILITY) {
            throw new UsageException("--prior " + prior + ": is a model of the kind " + portable.model().method().optionName()
                    + ", which counts nothing that can be added to; give one of the kind hmm-fertility.");
        }
        portable.requireUnits(cut.source(), cut.target());
        return portable.model();
    }

    private void apply(PortableModel trained, UnitsMixin.Units cut, AlignmentOutput files, Progress progress) throws HydraException {
        AlignOptions options = options(trained.model().method());
        try (BitextReader reader = languages.open(bitext)) {
            PairSource pairs = BitextMixin.pairs(reader);
            files.write(sink -> StreamAligner.align(trained, pairs, cut.source(), cut.target(), options, progress, sink));
            languages.tell(reader);
        }
    }
}
