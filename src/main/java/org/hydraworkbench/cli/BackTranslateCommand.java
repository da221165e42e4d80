package org.hydraworkbench.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.BackTranslator;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.synthetic.BackTranslation;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra back-translate}: synthetic pairs of a text in one language. */
@Command(
        name = "back-translate",
        description = "Makes pairs to tune a Hydra on of a text in one of its languages, by translating it with all that is known.",
        mixinStandardHelpOptions = true)
final class BackTranslateCommand implements Callable<Integer> {

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable HydraChoice which;

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @Option(names = "--from", paramLabel = "TAG", description = "The language of the text; with --project its source language if left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG", description = "The language to translate into; with --project its target language if left out.")
    private @Nullable String to;

    @Reads(Place.FILE)
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "A text, a sentence a line; may be gzip.")
    private @Nullable Path in;

    @Reads(Place.FILE)
    @Option(names = "--without", arity = "1..*", paramLabel = "FILE",
            description = "Bitexts, their columns in the order of --out, whose sentences in the language of the text are left out: what a model is"
                    + " measured by. A project's own are left out in any case.")
    private List<Path> without = List.of();

    @Within(least = 0, most = 100)
    @Option(names = "--least-confidence", paramLabel = "X", defaultValue = "0",
            description = "Leaves out what is expected to have a lower chrF (0 to 100; ${DEFAULT-VALUE}).")
    private double least;

    @Within(least = 1, most = 100_000_000)
    @Option(names = "--most", paramLabel = "N", description = "Ends after so many pairs.")
    private @Nullable Integer most;

    @Option(names = "--swap",
            description = "Writes the text as the second column, as in a bitext whose second language it is; with --project this is seen to.")
    private boolean swap;

    @Writes(Place.FILE)
    @Option(names = "--out", required = true, paramLabel = "FILE.tsv",
            description = "Where the pairs go, for 'train --synthetic' and 'project import --role synthetic'.")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        if (!memory.given() && (which == null || !which.teaches())) {
            throw new UsageException("Give a bitext to translate by, with --memory, or a --project.");
        }
        memory.requireUsed();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Progress progress = new ConsoleProgress(err);
        int threads = runtimeOptions.threads();
        if (which == null) {
            if (from == null || to == null) {
                throw new UsageException("--memory needs --from and --to, the two languages.");
            }
            LanguageTag.parse(from);
            LanguageTag.parse(to);
            make(memory.learn(from, to, threads, progress), null, null, progress);
            return 0;
        }
        which.check(from, to);
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened opened = which.open(from, to, false, runtime, progress)) {
            Knowledge knowledge = opened.knowledge(memory, threads, progress);
            if (knowledge == null) {
                throw new InputException("The project teaches nothing of these languages yet; align it first.");
            }
            HydraModel hydra = opened.hydra();
            HydraJudge judge = hydra == null ? null : HydraJudge.usual(hydra, opened.from(), opened.to());
            make(knowledge, judge, opened, progress);
        }
        return 0;
    }

    private void make(Knowledge knowledge, @Nullable HydraJudge judge, HydraChoice.@Nullable Opened opened, Progress progress)
            throws HydraException {
        boolean reversed = opened != null && opened.side().filter(side -> side == Side.TARGET).isPresent();
        boolean textLast = swap || reversed;
        Set<String> known = new HashSet<>();
        for (Path file : without) {
            try (BitextReader reader = Bitexts.open(BitextFiles.of(file))) {
                for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
                    known.add((textLast ? pair.target() : pair.source()).strip());
                }
            }
        }
        if (opened != null && opened.project() != null) {
            known.addAll(BackTranslation.heldOut(opened.project(), reversed ? Side.TARGET : Side.SOURCE));
        }
        Decoding by = opened == null ? decoding.read() : decoding.of(opened, memory);
        JudgedTranslator translator = by.translator(knowledge, judge);
        BackTranslator.Choice choice = new BackTranslator.Choice(least, most == null ? Long.MAX_VALUE : most, known);
        BackTranslator maker = new BackTranslator(translator, knowledge, choice, runtimeOptions.threads());
        try (TextLines lines = TextLines.open(Objects.requireNonNull(in))) {
            AtomicFiles.write(Objects.requireNonNull(out), stream -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
                BackTranslator.Outcome outcome = maker.run(
                        lines,
                        (text, answer) -> writer.write(textLast ? Tsv.row(answer.text(), text) : Tsv.row(text, answer.text())),
                        progress);
                if (outcome.made() == 0) {
                    throw new InputException("No pair could be made: " + BackTranslation.told(outcome.left()) + ".");
                }
                writer.flush();
                progress.log("Made %,d pairs; left out: %s.".formatted(outcome.made(), BackTranslation.told(outcome.left())));
            });
        }
    }
}
