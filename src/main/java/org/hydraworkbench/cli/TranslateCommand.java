package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra translate}: one text, or a file line by line. */
@Command(
        name = "translate",
        description = "Translates a text, or a file line by line, with a Hydra, or by the phrases of a bitext without any model.",
        mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(
                    LanguageTag.class, (JsonSerializer<LanguageTag>) (tag, type, context) -> new JsonPrimitive(tag.toString()))
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    /** A text, or two files. */
    static final class Work {
        @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The text to translate.")
        private @Nullable String text;

        @ArgGroup(exclusive = false)
        private @Nullable Files files;
    }

    /** Where lines are read and written. */
    static final class Files {
        @Reads(Place.FILE)
        @Option(names = "--in", required = true, paramLabel = "FILE", description = "A text file, a sentence a line.")
        private @Nullable Path in;

        @Writes(Place.FILE)
        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Its translation, line by line.")
        private @Nullable Path out;
    }

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable HydraChoice which;

    @Option(names = "--from", paramLabel = "TAG", description = "The language of the text; with --project its source language if left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG",
            description = "The language of the translation; with --project its target language if left out.")
    private @Nullable String to;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable Work work;

    @Within(least = 1, most = DecodingMixin.MOST_BEAM)
    @Option(names = "--beam", paramLabel = "N",
            description = "Partial translations that the search keeps: of a Hydra (1, at most " + GenerationOptions.MOST_BEAMS
                    + "), of phrases (" + Phrases.BEAM + ").")
    private @Nullable Integer beams;

    @CommandLine.Mixin
    private final HydraSearchMixin search = new HydraSearchMixin();

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

    @Option(names = "--json", description = "With --text: prints the tokens, their tables and probabilities too; by phrases, which became which.")
    private boolean json;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Translates one text. */
    @FunctionalInterface
    private interface Machine {

        /** The answer, and what is printed of it as JSON. */
        Answer translate(String text) throws HydraException;
    }

    private record Answer(String text, Object json) {}

    /** What is printed of a translation by phrases. */
    private record Phrased(String text, double score, List<Phrases.Part> phrases) {}

    @Override
    public Integer call() throws HydraException {
        if (memory.given() == (which != null)) {
            throw new UsageException(which == null
                    ? "Give a Hydra, by --model or --project, or a bitext to translate by, by --memory."
                    : "--memory translates by phrases, without a Hydra; leave --model and --project out.");
        }
        Progress progress = new ConsoleProgress(line().getErr());
        if (which == null) {
            byPhrases(progress);
        } else {
            byHydra(which, progress);
        }
        return 0;
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void byHydra(HydraChoice choice, Progress progress) throws HydraException {
        if (beams != null && beams > GenerationOptions.MOST_BEAMS) {
            throw new UsageException("--beam is at most " + GenerationOptions.MOST_BEAMS + " with a Hydra.");
        }
        GenerationOptions options = search.options(beams == null ? 1 : beams);
        choice.check(from, to);
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened hydra = choice.open(from, to, runtime, progress)) {
            PromptTemplate prompt = search.template(hydra.hydra());
            work(text -> {
                Translation answer = hydra.hydra()
                        .translate(hydra.from(), hydra.to(), text, prompt, options, TranslationListener.none(), Progress.none());
                return new Answer(answer.text(), answer);
            }, progress);
        }
    }

    private void byPhrases(Progress progress) throws HydraException {
        HydraSearchMixin.requireNone(line().getParseResult());
        if (from == null || to == null) {
            throw new UsageException("--memory needs --from and --to, the two languages.");
        }
        LanguageTag.parse(from);
        LanguageTag.parse(to);
        PhraseWeights weights = decoding.read().phrases();
        Phrases phrases = memory.learn(from, to, runtimeOptions.threads(), progress);
        work(text -> {
            Phrases.Candidate best = phrases.translate(text, weights, beams == null ? Phrases.BEAM : beams, 1).getFirst();
            return new Answer(best.text(), new Phrased(best.text(), best.score(), best.parts()));
        }, progress);
    }

    private void work(Machine machine, Progress progress) throws HydraException {
        Work what = Objects.requireNonNull(work);
        if (what.text != null) {
            Answer answer = machine.translate(what.text);
            line().getOut().println(json ? GSON.toJson(answer.json) : answer.text);
        } else {
            Files files = Objects.requireNonNull(what.files);
            LineTranslation.write(
                    Objects.requireNonNull(files.in), Objects.requireNonNull(files.out), progress, line -> machine.translate(line).text);
        }
    }
}
