package org.hydraworkbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.memory.TranslationMemory;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hydra baseline}: translations that any translator should be better than. */
@Command(
        name = "baseline",
        description = "Writes the translations that any translator should be better than, line by line.",
        mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {

    private enum Kind {
        COPY,
        NEAREST,
        GLOSS
    }

    private static final Choice<Kind> KINDS = Choice.of(Kind.values(), kind -> kind.name().toLowerCase(Locale.ROOT));

    @Parameters(paramLabel = "KIND",
            description = "copy (the source itself), nearest (the translation of the most similar source in --memory) or gloss (word by word, as"
                    + " the links of --memory say).")
    private String kind = "";

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @Reads(Place.FILE)
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "A text file, a sentence a line.")
    private @Nullable Path in;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Its translation, line by line.")
    private @Nullable Path out;

    @Within(least = 1, most = Within.THREADS)
    @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors); changes nothing in the result.")
    private int threads = AlignOptions.defaults().threads();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        Kind which = KINDS.find(kind)
                .orElseThrow(() -> new UsageException("There is no baseline \"" + kind + "\"; there is " + KINDS.list() + "."));
        if (memory.given() == (which == Kind.COPY)) {
            throw new UsageException(which == Kind.COPY
                    ? "copy needs no --memory; leave it out."
                    : KINDS.code(which) + " needs --memory, a bitext.");
        }
        memory.requireUsed();
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        LineTranslation.write(Objects.requireNonNull(in), Objects.requireNonNull(out), progress, translator(which, progress));
        return 0;
    }

    private LineTranslation translator(Kind which, Progress progress) throws HydraException {
        return switch (which) {
            case COPY -> (line, number) -> line;
            case NEAREST -> {
                TranslationMemory pairs = memory.read(progress);
                yield (line, number) -> pairs.find(line, 1).stream().findFirst().map(match -> match.text().target()).orElse("");
            }
            case GLOSS -> {
                Phrases phrases = memory.learn(null, null, threads, progress).phrases();
                yield (line, number) -> phrases.gloss(line);
            }
        };
    }
}
