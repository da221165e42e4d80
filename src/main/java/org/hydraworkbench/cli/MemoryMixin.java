package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.memory.TranslationMemory;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A bitext to translate by. */
final class MemoryMixin {

    @Reads(Place.FILE)
    @Option(names = "--memory", arity = "1..2", paramLabel = "FILE",
            description = "A bitext, source language first, whose phrases are translated by: " + BitextMixin.FORMS)
    private List<Path> memory = List.of();

    boolean given() {
        return !memory.isEmpty();
    }

    /**
     * Learns phrases from the memory.
     *
     * @param from the source language, which is looked for where the memory names its languages
     * @param to the target language
     */
    Phrases learn(@Nullable String from, @Nullable String to, int threads, Progress progress) throws HydraException {
        try (BitextReader reader = open(from, to)) {
            Phrases phrases =
                    PhraseLearning.learn(BitextMixin.pairs(reader), AlignOptions.defaults().withThreads(threads), progress);
            reader.notes().forEach(progress::warn);
            return phrases;
        }
    }

    /** The memory as pairs to look for. */
    TranslationMemory read(Progress progress) throws HydraException {
        progress.message("Reading " + memory.getFirst());
        TranslationMemory pairs = new TranslationMemory();
        try (BitextReader reader = open(null, null)) {
            PairSource source = BitextMixin.pairs(reader);
            for (SentencePair pair = source.next(); pair != null; pair = source.next()) {
                progress.checkCancelled();
                pairs.add(pair);
            }
            reader.notes().forEach(progress::warn);
        }
        return pairs;
    }

    private BitextReader open(@Nullable String from, @Nullable String to) throws HydraException {
        BitextFiles files = BitextMixin.text("--memory", memory);
        BitextReader reader = Bitexts.open(files);
        if (from == null && to == null || !reader.namesLanguages()) {
            return reader;
        }
        reader.close();
        return Bitexts.open(files.withLanguages(from, to));
    }
}
