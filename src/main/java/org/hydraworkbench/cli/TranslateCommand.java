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
import org.hydraworkbench.align.format.SupervisionFiles;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.decode.phrase.Terms;
import org.hydraworkbench.document.tags.SegmentAnswer;
import org.hydraworkbench.document.tags.SegmentTranslator;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.model.generation.Beams;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra translate}: one text, or a file. */
@Command(
        name = "translate",
        description = "Translates a text, or a file with its tags, with a Hydra, by a bitext without any model, or by both.",
        mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {

    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(
                    LanguageTag.class, (JsonSerializer<LanguageTag>) (tag, type, context) -> new JsonPrimitive(tag.toString()))
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    /** A text, or a file. */
    static final class Work {
        @Option(names = "--text", required = true, paramLabel = "TEXT", description = "The text to translate.")
        private @Nullable String text;

        @ArgGroup(exclusive = false)
        private @Nullable TranslatedFile file;
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
            description = "Partial translations that the search keeps: of a Hydra (1, at most " + Beams.MOST
                    + "), of phrases (" + Phrases.BEAM + ").")
    private @Nullable Integer beams;

    @CommandLine.Mixin
    private final HydraSearchMixin search = new HydraSearchMixin();

    @CommandLine.Mixin
    private final MemoryMixin memory = new MemoryMixin();

    @CommandLine.Mixin
    private final DecodingMixin decoding = new DecodingMixin();

    @Reads(Place.FILE)
    @Option(names = "--glossary", paramLabel = "FILE.tsv",
            description = "Words or phrases whose translation is fixed, a line each, 'source TAB target': it stands in every answer whose"
                    + " sentence has them.")
    private @Nullable Path glossary;

    @Option(names = "--no-phrases", description = "With --project: by the Hydra alone, without what the project's sentences teach.")
    private boolean noPhrases;

    @Option(names = "--no-judge",
            description = "With --memory: the best by phrases, without a choice among all that can be found; with a Hydra too, the best that it"
                    + " writes.")
    private boolean noJudge;

    @Option(names = "--no-neighbours",
            description = "With a Hydra and --memory or --project: it writes without help from the translations of sentences like the one to"
                    + " translate.")
    private boolean noNeighbours;

    @Option(names = "--json",
            description = "With --text: prints the tokens, their tables and probabilities too; with --memory, where the translation comes from.")
    private boolean json;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Translates one text. */
    private interface Machine extends SegmentTranslator {

        Answer answer(String text) throws HydraException;

        @Override
        default SegmentAnswer translate(String text) throws HydraException {
            return answer(text).segment;
        }
    }

    /**
     * @param json what is printed of it as JSON
     */
    private record Answer(SegmentAnswer segment, Object json) {}

    /** What is printed of the best translation by phrases. */
    private record Phrased(String text, double score, List<Phrases.Part> phrases) {}

    @Override
    public Integer call() throws HydraException {
        if (!memory.given() && which == null) {
            throw new UsageException("Give a Hydra, by --model or --project, or a bitext to translate by, by --memory, or both.");
        }
        memory.requireUsed();
        boolean taught = memory.given() || which != null && which.teaches() && !noPhrases;
        boolean scored = work != null && work.file != null && work.file.isScored();
        String idle = noJudge ? "--no-judge" : scored ? "--scores" : decoding.isGiven() ? "--decoding" : "";
        if (!taught && !idle.isEmpty()) {
            throw new UsageException(idle + " needs --memory or --project, whose sentences it translates by.");
        }
        if (noPhrases && (memory.given() || which == null || !which.teaches())) {
            throw new UsageException("--no-phrases is for a --project without --memory and --without-edits.");
        }
        if (noJudge && scored) {
            throw new UsageException("--no-judge gives no scores; leave --scores out.");
        }
        if (noNeighbours && (which == null || !taught)) {
            throw new UsageException("--no-neighbours is for a Hydra with --memory or --project, whose sentences help it.");
        }
        if (work != null && work.file != null) {
            work.file.format();
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
        if (beams != null && beams > Beams.MOST) {
            throw new UsageException("--beam is at most " + Beams.MOST + " with a Hydra.");
        }
        GenerationOptions options = search.options(beams == null ? 1 : beams);
        choice.check(from, to);
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened opened = choice.open(from, to, !taught, runtime, progress)) {
            Knowledge knowledge = taught ? withTerms(opened.knowledge(memory, runtimeOptions.threads(), progress)) : null;
            work(machine(opened, knowledge, options, progress), opened.from(), opened.to(), progress);
        }
    }

    private Machine machine(HydraChoice.Opened opened, @Nullable Knowledge knowledge, GenerationOptions options, Progress progress)
            throws HydraException {
        HydraModel hydra = opened.hydra();
        Decoding by = decoding.of(opened, memory);
        if (hydra == null) {
            return judged(Objects.requireNonNull(knowledge), by, null, progress);
        }
        hydra.manifest().requireWrites(hydra.folder(), opened.to());
        HydraJudge judge = new HydraJudge(hydra, opened.from(), opened.to(), search.template(hydra), options);
        if (knowledge == null) {
            Terms terms = Terms.of(glossary == null ? List.of() : SupervisionFiles.terms(glossary));
            return text -> written(judge.writeAlone(text, terms.required(text), Progress.none()));
        }
        if (noJudge && noNeighbours) {
            return text -> written(judge.writeAlone(text, knowledge.phrases().required(text), Progress.none()));
        }
        return noJudge
                ? text -> written(judge.writeBeside(text, knowledge.like(text), knowledge.phrases().required(text), Progress.none()))
                : judged(knowledge, by, noNeighbours ? judge.withoutNeighbours() : judge, progress);
    }

    private static Answer written(Translation answer) {
        return new Answer(SegmentAnswer.of(answer.text()), answer);
    }

    private @Nullable Knowledge withTerms(@Nullable Knowledge knowledge) throws HydraException {
        if (knowledge != null && glossary != null) {
            knowledge.addTerms(SupervisionFiles.terms(glossary));
        }
        return knowledge;
    }

    private void byMemory(Progress progress) throws HydraException {
        HydraSearchMixin.requireNone(line().getParseResult());
        if (from == null || to == null) {
            throw new UsageException("--memory needs --from and --to, the two languages.");
        }
        LanguageTag source = LanguageTag.parse(from);
        LanguageTag target = LanguageTag.parse(to);
        if (!noJudge) {
            Knowledge knowledge = Objects.requireNonNull(withTerms(memory.learn(from, to, runtimeOptions.threads(), progress)));
            work(judged(knowledge, decoding.read(), null, progress), source, target, progress);
            return;
        }
        PhraseWeights weights = decoding.read().phrases();
        Phrases phrases = Objects.requireNonNull(withTerms(memory.learn(from, to, runtimeOptions.threads(), progress))).phrases();
        work(text -> {
            Phrases.Candidate best = phrases.translate(text, weights, phraseBeam(), 1).getFirst();
            Alignment links = phrases.link(text, best.text(), best.parts());
            return new Answer(new SegmentAnswer(best.text(), links, 0, 0, false), new Phrased(best.text(), best.score(), best.parts()));
        }, source, target, progress);
    }

    private Machine judged(Knowledge knowledge, Decoding by, @Nullable HydraJudge model, Progress progress) {
        JudgedTranslator translator = new JudgedTranslator(knowledge, by.phrases(), by.judges(), phraseBeam(), model);
        return new Machine() {
            @Override
            public Answer answer(String text) throws HydraException {
                JudgedTranslator.Answer answer = translator.translate(text, progress);
                return new Answer(SegmentAnswer.of(answer), answer);
            }

            @Override
            public boolean isSaid(String text) {
                return translator.isConfirmed(text);
            }
        };
    }

    /** With a Hydra, --beam is about that. */
    private int phraseBeam() {
        return beams == null || which != null ? Phrases.BEAM : beams;
    }

    private void work(Machine machine, LanguageTag source, LanguageTag target, Progress progress) throws HydraException {
        Work what = Objects.requireNonNull(work);
        if (what.text != null) {
            Answer answer = machine.answer(what.text);
            line().getOut().println(json ? GSON.toJson(answer.json) : answer.segment.text());
        } else {
            List<String> command = line().getParseResult().originalArgs().stream().filter(word -> !word.equals("--resume")).toList();
            Objects.requireNonNull(what.file).translate(machine, source, target, command, progress);
        }
    }
}
