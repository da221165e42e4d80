package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.DecodingTuning;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra tune-decoding}: what translations are to be chosen by. */
@Command(
        name = "tune-decoding",
        description = "Learns from sentences that a bitext does not have what their translations by it, and by a Hydra, are to be chosen by.",
        mixinStandardHelpOptions = true)
final class TuneDecodingCommand implements Callable<Integer> {

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @ArgGroup(exclusive = false)
    private @Nullable Model model;

    /** A Hydra that judges. */
    static final class Model {
        @Reads(Place.FOLDER)
        @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hydra that writes and judges translations too.")
        private @Nullable Path folder;

        @Option(names = "--from", required = true, paramLabel = "TAG", description = "The language that is translated from.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "TAG", description = "The language that is translated into.")
        private String to = "";
    }

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @Reads(Place.FILE)
    @Option(names = "--dev", required = true, arity = "1..2", paramLabel = "FILE",
            description = "Sentences and their translations that are not in --memory: " + BitextMixin.FORMS)
    private List<Path> dev = List.of();

    @Within(least = 1, most = 10_000)
    @Option(names = "--pairs", defaultValue = "300", paramLabel = "N", description = "Pairs of --dev that are used, from the first (${DEFAULT-VALUE}).")
    private int most;

    @Within(least = 1, most = DecodingMixin.MOST_BEAM)
    @Option(names = "--beam", defaultValue = "15", paramLabel = "N",
            description = "Partial translations that the search keeps while learning (${DEFAULT-VALUE}).")
    private int beam;

    @Option(names = "--judge-only",
            description = "Leaves the weights of the search by phrases as they are, and learns only what is chosen by among translations.")
    private boolean judgeOnly;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Where the random numbers begin (${DEFAULT-VALUE}).")
    private long seed;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes, for 'translate --decoding'.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (!memory.given()) {
            throw new UsageException("--memory is missing: the bitext whose phrases translate.");
        }
        memory.requireUsed();
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        List<SentencePair> pairs = pairs();
        Decoding start = decoding.read();
        int threads = runtimeOptions.threads();
        DecodingTuning.How how = new DecodingTuning.How(beam, threads, seed, judgeOnly);
        if (model == null) {
            write(new DecodingTuning(memory.learn(null, null, threads, progress), pairs, how).withoutModel(start, progress));
        } else {
            LanguageTag from = LanguageTag.parse(model.from);
            LanguageTag to = LanguageTag.parse(model.to);
            try (TensorRuntime runtime = runtimeOptions.open();
                    HydraModel hydra = HydraModel.open(runtime, Objects.requireNonNull(model.folder), Progress.none())) {
                hydra.tokenizer(from);
                hydra.manifest().requireWrites(hydra.folder(), to);
                DecodingTuning tuning = new DecodingTuning(memory.learn(model.from, model.to, threads, progress), pairs, how);
                write(tuning.withModel(tuning.withoutModel(start, progress), HydraJudge.usual(hydra, from, to), progress));
            }
        }
        return 0;
    }

    private void write(Decoding learnt) throws HydraException {
        learnt.write(Objects.requireNonNull(out));
    }

    private List<SentencePair> pairs() throws HydraException {
        try (BitextReader reader = Bitexts.open(BitextMixin.text("--dev", dev))) {
            return BitextMixin.pairs(reader, most);
        }
    }
}
