package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.memory.TranslationMemory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A bitext to translate by. */
final class MemoryMixin {

    @Reads(Place.FILE)
    @Option(names = "--memory", arity = "1..2", paramLabel = "FILE",
            description = "A bitext, source language first, to translate by: " + BitextMixin.FORMS)
    private List<Path> memory = List.of();

    @Reads(Place.FILE)
    @Option(names = "--confirmed", arity = "1..2", paramLabel = "FILE",
            description = "A bitext that a person holds to be right: the translation of such a sentence is what it says, and its words go"
                    + " before those of --memory.")
    private List<Path> confirmed = List.of();

    @CommandLine.Mixin
    private final LineOptionsMixin lines = new LineOptionsMixin();

    boolean given() {
        return !memory.isEmpty();
    }

    /** Refuses what only goes with a memory, where there is none. */
    void requireUsed() throws UsageException {
        if (!given() && (!confirmed.isEmpty() || lines.given())) {
            throw new UsageException("--confirmed, --encoding, --columns and --skip-head go with --memory, which is missing.");
        }
    }

    /**
     * Learns what the memory teaches.
     *
     * @param from the source language, which is looked for where the memory names its languages
     * @param to the target language
     */
    Knowledge learn(@Nullable String from, @Nullable String to, int threads, Progress progress) throws HydraException {
        List<SentencePair> sure = confirmed.isEmpty() ? List.of() : confirmed(from, to, progress);
        try (BitextReader reader = memory(from, to)) {
            Knowledge knowledge =
                    Knowledge.learn(BitextMixin.pairs(reader), sure, AlignOptions.defaults().withThreads(threads), progress);
            tell(reader, progress);
            return knowledge;
        }
    }

    private List<SentencePair> confirmed(@Nullable String from, @Nullable String to, Progress progress) throws HydraException {
        try (BitextReader reader = open(BitextMixin.text("--confirmed", confirmed), from, to)) {
            List<SentencePair> pairs = BitextMixin.pairs(reader, Integer.MAX_VALUE);
            reader.notes().forEach(progress::warn);
            return pairs;
        }
    }

    /** The memory as pairs to look for. */
    TranslationMemory read(Progress progress) throws HydraException {
        progress.message("Reading " + memory.getFirst());
        TranslationMemory pairs = new TranslationMemory();
        try (BitextReader reader = memory(null, null)) {
            PairSource source = BitextMixin.pairs(reader);
            for (SentencePair pair = source.next(); pair != null; pair = source.next()) {
                progress.checkCancelled();
                pairs.add(pair);
            }
            tell(reader, progress);
        }
        return pairs;
    }

    private BitextReader memory(@Nullable String from, @Nullable String to) throws HydraException {
        return open(BitextMixin.text("--memory", memory).withLines(lines.options()), from, to);
    }

    private void tell(BitextReader reader, Progress progress) {
        reader.notes().forEach(progress::warn);
        String head = lines.head(reader);
        if (!head.isEmpty()) {
            progress.warn(head);
        }
    }

    private static BitextReader open(BitextFiles files, @Nullable String from, @Nullable String to) throws HydraException {
        BitextReader reader = Bitexts.open(files);
        if (from == null && to == null || !reader.namesLanguages()) {
            return reader;
        }
        reader.close();
        return Bitexts.open(files.withLanguages(from, to));
    }
}
