package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra translate}: one text, or a file line by line. */
@Command(
        name = "translate",
        description = "Translates a text, or a file line by line, with a Hydra, by a bitext without any model, or by both.",
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

        @Writes(Place.FILE)
        @Option(names = "--scores", paramLabel = "FILE.tsv",
                description = "With --memory: for each line its number, the chrF that is expected of the translation (0 to 100; honest where"
                        + " --decoding was learnt for such text), and the log-probability of the choice.")
        private @Nullable Path scores;
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

    @Option(names = "--no-phrases", description = "With --project: by the Hydra alone, without what the project's sentences teach.")
    private boolean noPhrases;

    @Option(names = "--no-judge", description = "With --memory: the best by phrases, without a choice among all that can be found.")
    private boolean noJudge;

    @Option(names = "--json",
            description = "With --text: prints the tokens, their tables and probabilities too; with --memory, where the translation comes from.")
    private boolean json;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Translates one text. */
    @FunctionalInterface
    private interface Machine {

        Answer translate(String text) throws HydraException;
    }

    /**
     * @param json what is printed of it as JSON
     */
    private record Answer(String text, double confidence, double logProbability, Object json) {

        /** Of a translator that does not say how sure it is. */
        static Answer of(String text, Object json) {
            return new Answer(text, 0, 0, json);
        }
    }

    /** What is printed of the best translation by phrases. */
    private record Phrased(String text, double score, List<Phrases.Part> phrases) {}

    @Override
    public Integer call() throws HydraException {
        if (!memory.given() && which == null) {
            throw new UsageException("Give a Hydra, by --model or --project, or a bitext to translate by, by --memory, or both.");
        }
        memory.requireUsed();
        boolean taught = memory.given() || which != null && which.teaches() && !noPhrases;
        boolean scored = work != null && work.files != null && work.files.scores != null;
        String idle = noJudge ? "--no-judge" : scored ? "--scores" : decoding.given() ? "--decoding" : "";
        if (!taught && !idle.isEmpty()) {
            throw new UsageException(idle + " needs --memory or --project, whose sentences it translates by.");
        }
        if (noPhrases && (memory.given() || which == null || !which.teaches())) {
            throw new UsageException("--no-phrases is for a --project without --memory and --without-edits.");
        }
        if (noJudge && (which != null || scored)) {
            throw new UsageException("--no-judge leaves nothing to do for a Hydra, and gives no scores; leave --model, --project and --scores out.");
        }
        Progress progress = new ConsoleProgress(line().getErr());
        if (which == null) {
            byMemory(progress);
        } else {
            byHydra(which, taught, progress);
        }
        return 0;
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private void byHydra(HydraChoice choice, boolean taught, Progress progress) throws HydraException {
        if (beams != null && beams > GenerationOptions.MOST_BEAMS) {
            throw new UsageException("--beam is at most " + GenerationOptions.MOST_BEAMS + " with a Hydra.");
        }
        GenerationOptions options = search.options(beams == null ? 1 : beams);
        choice.check(from, to);
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened opened = choice.open(from, to, !taught, runtime, progress)) {
            HydraModel hydra = opened.hydra();
            PromptTemplate prompt = hydra == null ? null : search.template(hydra);
            Knowledge knowledge = taught ? knowledge(opened, progress) : null;
            HydraJudge judge = hydra == null || prompt == null
                    ? null
                    : new HydraJudge(hydra, opened.from(), opened.to(), prompt, options);
            if (knowledge != null) {
                work(judged(knowledge, judge, progress), progress);
            } else {
                work(text -> {
                    Translation answer = Objects.requireNonNull(hydra)
                            .translate(opened.from(), opened.to(), text, Objects.requireNonNull(prompt), options, TranslationListener.none(),
                                    Progress.none());
                    return Answer.of(answer.text(), answer);
                }, progress);
            }
        }
    }

    /** Of --memory if it is given, else of the project; null where that teaches nothing of these languages, and has a Hydra for them. */
    private @Nullable Knowledge knowledge(HydraChoice.Opened opened, Progress progress) throws HydraException {
        if (memory.given()) {
            return memory.learn(opened.from().toString(), opened.to().toString(), runtimeOptions.threads(), progress);
        }
        Project project = Objects.requireNonNull(opened.project());
        Side side = opened.side().orElse(null);
        boolean aligned = project.alignments().now().files().isPresent();
        if (opened.hydra() != null && (side == null || !aligned)) {
            return null;
        }
        if (side == null) {
            throw new UsageException("The project is of " + project.info().sourceLanguage() + " and " + project.info().targetLanguage()
                    + "; give two of these with --from and --to.");
        }
        return project.knowledge().learn(side, opened.from(), opened.to(), progress);
    }

    private void byMemory(Progress progress) throws HydraException {
        HydraSearchMixin.requireNone(line().getParseResult());
        if (from == null || to == null) {
            throw new UsageException("--memory needs --from and --to, the two languages.");
        }
        LanguageTag.parse(from);
        LanguageTag.parse(to);
        if (!noJudge) {
            work(judged(memory.learn(from, to, runtimeOptions.threads(), progress), null, progress), progress);
            return;
        }
        PhraseWeights weights = decoding.read().phrases();
        Phrases phrases = memory.learn(from, to, runtimeOptions.threads(), progress).phrases();
        work(text -> {
            Phrases.Candidate best = phrases.translate(text, weights, phraseBeam(), 1).getFirst();
            return Answer.of(best.text(), new Phrased(best.text(), best.score(), best.parts()));
        }, progress);
    }

    private Machine judged(Knowledge knowledge, @Nullable HydraJudge model, Progress progress) throws HydraException {
        Decoding by = decoding.read();
        JudgedTranslator translator = new JudgedTranslator(knowledge, by.phrases(), by.judges(), phraseBeam(), model);
        return text -> {
            JudgedTranslator.Answer answer = translator.translate(text, progress);
            return new Answer(answer.text(), answer.confidence(), answer.logProbability(), answer);
        };
    }

    /** With a Hydra, --beam is about that. */
    private int phraseBeam() {
        return beams == null || which != null ? Phrases.BEAM : beams;
    }

    private void work(Machine machine, Progress progress) throws HydraException {
        Work what = Objects.requireNonNull(work);
        if (what.text != null) {
            Answer answer = machine.translate(what.text);
            line().getOut().println(json ? GSON.toJson(answer.json) : answer.text);
        } else {
            Files files = Objects.requireNonNull(what.files);
            StringBuilder scores = new StringBuilder("line\tconfidence\tlog_probability\n");
            LineTranslation.write(Objects.requireNonNull(files.in), Objects.requireNonNull(files.out), progress, (line, number) -> {
                Answer answer = machine.translate(line);
                scores.append(String.format(Locale.ROOT, "%d\t%.2f\t%.4f%n", number, answer.confidence, answer.logProbability));
                return answer.text;
            });
            if (files.scores != null) {
                AtomicFiles.writeString(files.scores, scores.toString());
            }
        }
    }
}
