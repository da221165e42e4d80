package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A bitext that is translated by. */
final class MemoryMixin {

    /** The most partial translations kept that the search by phrases is given. */
    static final int MOST_BEAM = 1000;

    @Reads(Place.FILE)
    @Option(names = "--memory", arity = "1..2", paramLabel = "FILE",
            description = "A bitext, source language first, whose phrases are translated by: " + BitextMixin.FORMS)
    private List<Path> memory = List.of();

    @Reads(Place.FILE)
    @Option(names = "--decoding", paramLabel = "FILE", description = "What translations are chosen by, as 'tune-decoding' learnt it.")
    private @Nullable Path decoding;

    boolean given() {
        return !memory.isEmpty();
    }

    /** What translations are chosen by. */
    Decoding decoding() throws HydraException {
        return decoding == null ? Decoding.usual() : Decoding.read(decoding);
    }

    /**
     * Learns phrases from the memory.
     *
     * @param from the source language, which is looked for where the memory names its languages
     * @param to the target language
     */
    Phrases learn(@Nullable String from, @Nullable String to, int threads, Progress progress) throws HydraException {
        BitextFiles files = BitextMixin.text("--memory", memory);
        boolean named;
        try (BitextReader reader = Bitexts.open(files)) {
            named = reader.namesLanguages();
        }
        try (BitextReader reader = Bitexts.open(named ? files.withLanguages(from, to) : files)) {
            Phrases phrases = PhraseLearning.learn(
                    BitextMixin.pairs(reader), AlignOptions.defaults().withThreads(threads), progress);
            reader.notes().forEach(progress::warn);
            return phrases;
        }
    }
}
