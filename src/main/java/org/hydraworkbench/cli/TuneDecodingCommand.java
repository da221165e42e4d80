package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.PhraseTuning;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra tune-decoding}: what translations are to be chosen by. */
@Command(
        name = "tune-decoding",
        description = "Learns from sentences that a bitext does not have what their translations by its phrases are to be chosen by.",
        mixinStandardHelpOptions = true)
final class TuneDecodingCommand implements Callable<Integer> {

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

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

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Where the random numbers begin (${DEFAULT-VALUE}).")
    private long seed;

    @Within(least = 1, most = Within.THREADS)
    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

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
        Phrases phrases = memory.learn(null, null, threads, progress);
        new Decoding(PhraseTuning.learn(phrases, pairs, start.phrases(), beam, threads, seed, progress)).write(Objects.requireNonNull(out));
        return 0;
    }

    private List<SentencePair> pairs() throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        try (BitextReader reader = Bitexts.open(BitextMixin.text("--dev", dev))) {
            PairSource source = BitextMixin.pairs(reader);
            for (SentencePair pair = source.next(); pair != null && pairs.size() < most; pair = source.next()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
