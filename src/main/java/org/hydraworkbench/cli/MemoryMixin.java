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

    @CommandLine.Mixin
    private final MemoryLinks links = new MemoryLinks();

    boolean given() {
        return !memory.isEmpty();
    }

    /** Refuses what only goes with a memory, where there is none, and what does not fit together; to be called before long work. */
    void requireUsed() throws UsageException {
        if (!given() && (!confirmed.isEmpty() || lines.given() || links.given())) {
            throw new UsageException(
                    "--confirmed, --links, --align-model, --unit, --encoding, --columns and --skip-head go with --memory, which is missing.");
        }
        links.check();
    }

    /**
     * Learns what the memory teaches.
     *
     * @param from the source language, which is looked for where the memory names its languages
     * @param to the target language
     */
    Knowledge learn(@Nullable String from, @Nullable String to, int threads, Progress progress) throws HydraException {
        return learn(from, to, false, threads, progress);
    }

    /** Learns to translate the other way: from the language that stands second in the memory to the one that stands first. */
    Knowledge learnReversed(@Nullable String from, @Nullable String to, int threads, Progress progress) throws HydraException {
        return learn(to, from, true, threads, progress);
    }

    private Knowledge learn(
            @Nullable String first, @Nullable String second, boolean turned, int threads, Progress progress)
            throws HydraException {
        List<SentencePair> sure = confirmed.isEmpty() ? List.of() : confirmed(first, second, progress);
        try (BitextReader reader = memory(first, second)) {
            PairSource pairs = BitextMixin.pairs(reader);
            Knowledge knowledge = links.isLinked()
                    ? links.learn(pairs, turned, sure, progress)
                    : Knowledge.learn(
                            turned ? turned(pairs) : pairs,
                            turned ? sure.stream().map(SentencePair::reversed).toList() : sure,
                            AlignOptions.defaults().withThreads(threads),
                            progress);
            tell(reader, progress);
            return knowledge;
        }
    }

    private static PairSource turned(PairSource pairs) {
        return () -> {
            SentencePair pair = pairs.next();
            return pair == null ? null : pair.reversed();
        };
    }

    private List<SentencePair> confirmed(@Nullable String from, @Nullable String to, Progress progress) throws HydraException {
        try (BitextReader reader = open(BitextMixin.text("--confirmed", confirmed), from, to)) {
            List<SentencePair> pairs = BitextMixin.pairs(reader, Integer.MAX_VALUE);
            reader.notes().forEach(progress::warn);
            return pairs;
        }
    }

    /** The memory as pairs to look for, whose words need no links. */
    TranslationMemory read(Progress progress) throws HydraException {
        if (links.given()) {
            throw new UsageException("Only sentences are looked for, not words; leave --links, --align-model and --unit out.");
        }
        try (BitextReader reader = memory(null, null)) {
            TranslationMemory pairs = read(reader, memory.getFirst(), progress);
            tell(reader, progress);
            return pairs;
        }
    }

    /** Another bitext as pairs to look for. */
    static TranslationMemory read(BitextFiles files, Progress progress) throws HydraException {
        try (BitextReader reader = Bitexts.open(files)) {
            TranslationMemory pairs = read(reader, files.source(), progress);
            reader.notes().forEach(progress::warn);
            return pairs;
        }
    }

    private static TranslationMemory read(BitextReader reader, Path file, Progress progress) throws HydraException {
        progress.message("Reading " + file);
        TranslationMemory pairs = new TranslationMemory();
        PairSource source = BitextMixin.pairs(reader);
        for (SentencePair pair = source.next(); pair != null; pair = source.next()) {
            progress.checkCancelled();
            pairs.add(pair);
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
