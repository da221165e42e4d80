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
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgeTuning;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseTuning;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.GenerationOptions;
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

    /** Of a translation that the Hydra writes. */
    private static final int MOST_TOKENS = 128;

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
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        List<SentencePair> pairs = pairs();
        Decoding start = decoding.read();
        int threads = runtimeOptions.threads();
        if (model == null) {
            write(learn(memory.learn(null, null, threads, progress), start, pairs, progress));
        } else {
            LanguageTag from = LanguageTag.parse(model.from);
            LanguageTag to = LanguageTag.parse(model.to);
            try (TensorRuntime runtime = runtimeOptions.open();
                    HydraModel hydra = HydraModel.open(runtime, Objects.requireNonNull(model.folder), Progress.none())) {
                hydra.tokenizer(from);
                hydra.tokenizer(to);
                Knowledge knowledge = memory.learn(model.from, model.to, threads, progress);
                Decoding learnt = learn(knowledge, start, pairs, progress);
                HydraJudge judge = new HydraJudge(
                        hydra, from, to, hydra.manifest().templates().getFirst(), GenerationOptions.greedy(MOST_TOKENS));
                write(new Decoding(
                        learnt.phrases(),
                        JudgeTuning.learn(knowledge, learnt.phrases(), learnt.judges(), beam, judge, pairs, threads, progress)));
            }
        }
        return 0;
    }

    /** What is learnt without a model. */
    private Decoding learn(Knowledge knowledge, Decoding start, List<SentencePair> pairs, Progress progress) throws HydraException {
        int threads = runtimeOptions.threads();
        PhraseWeights weights = judgeOnly
                ? start.phrases()
                : PhraseTuning.learn(knowledge.phrases(), pairs, start.phrases(), beam, threads, seed, progress);
        return new Decoding(weights, JudgeTuning.learn(knowledge, weights, start.judges(), beam, null, pairs, threads, progress));
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
