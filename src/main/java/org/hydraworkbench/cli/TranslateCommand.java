package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.hydra.PromptTemplates;
import org.hydraworkbench.hydra.Translation;
import org.hydraworkbench.hydra.TranslationListener;
import org.hydraworkbench.model.GenerationOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra translate}: one text, or a file line by line. */
@Command(
        name = "translate",
        description = "Translates a text, or a file line by line, with a Hydra.",
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

    @ArgGroup(exclusive = true, multiplicity = "1")
    private HydraChoice which = new HydraChoice();

    @Option(names = "--from", paramLabel = "TAG", description = "The language of the text; with --project its source language if left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TAG",
            description = "The language of the translation; with --project its target language if left out.")
    private @Nullable String to;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable Work work;

    @Within(least = 1, most = GenerationOptions.MOST_BEAMS)
    @Option(names = "--beam", defaultValue = "1", paramLabel = "N", description = "Beams of the search (${DEFAULT-VALUE}).")
    private int beams;

    @Within(least = 0, most = GenerationOptions.MOST_TOKENS)
    @Option(
            names = "--max-tokens",
            defaultValue = "128",
            paramLabel = "N",
            description = "Longest translation, in tokens (${DEFAULT-VALUE}).")
    private int maxTokens;

    @Within(least = 0, most = GenerationOptions.MOST)
    @Option(
            names = "--temperature",
            defaultValue = "0",
            description = "0 writes the likeliest token, above 0 draws (${DEFAULT-VALUE}).")
    private double temperature;

    @Within(least = 0, most = Integer.MAX_VALUE)
    @Option(names = "--top-k", defaultValue = "0", description = "Draws from the best K tokens; 0 for all.")
    private int topK;

    @Within(least = Within.ABOVE_ZERO, most = 1)
    @Option(names = "--top-p", defaultValue = "1", description = "Draws from the best tokens that reach this sum.")
    private double topP;

    @Within(least = Within.ABOVE_ZERO, most = GenerationOptions.MOST)
    @Option(names = "--repetition-penalty", defaultValue = "1", description = "Above 1 avoids repeating; 1 for none.")
    private double repetitionPenalty;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", defaultValue = "0", description = "Seed of the draws (${DEFAULT-VALUE}).")
    private long seed;

    @Reads(Place.FILE)
    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "Prompt template: a name the Hydra knows, plain, chatml, or a JSON file. The Hydra's usual one if left out.")
    private @Nullable String template;

    @Option(names = "--json", description = "With --text: prints the tokens, their tables and probabilities too.")
    private boolean json;

    @CommandLine.Mixin
    private final RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        GenerationOptions options = GenerationOptions.greedy(maxTokens)
                .withBeams(beams)
                .withSampling(temperature, topK, topP)
                .withRepetitionPenalty(repetitionPenalty)
                .withSeed(seed);
        which.check(from, to);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Progress progress = new ConsoleProgress(line.getErr());
        Work what = Objects.requireNonNull(work);
        try (TensorRuntime runtime = runtimeOptions.open();
                HydraChoice.Opened hydra = which.open(from, to, runtime, progress)) {
            PromptTemplate prompt = template(hydra.hydra());
            if (what.text != null) {
                print(line.getOut(), translate(hydra, prompt, options, what.text));
            } else {
                Files files = Objects.requireNonNull(what.files);
                Path in = Objects.requireNonNull(files.in);
                translateFile(hydra, prompt, options, in, Objects.requireNonNull(files.out), progress);
            }
        }
        return 0;
    }

    private PromptTemplate template(HydraModel hydra) throws HydraException {
        if (template == null) {
            return hydra.manifest().templates().getFirst();
        }
        PromptTemplate own = hydra.manifest().template(template).orElse(null);
        return own == null ? PromptTemplates.find(template) : own;
    }

    private static Translation translate(HydraChoice.Opened hydra, PromptTemplate prompt, GenerationOptions options, String text)
            throws HydraException {
        return hydra.hydra()
                .translate(hydra.from(), hydra.to(), text, prompt, options, TranslationListener.none(), Progress.none());
    }

    private void print(PrintWriter out, Translation translation) {
        out.println(json ? GSON.toJson(translation) : translation.text());
    }

    private void translateFile(
            HydraChoice.Opened hydra, PromptTemplate prompt, GenerationOptions options, Path in, Path out, Progress progress)
            throws HydraException {
        List<String> lines = TextLines.readAll(in);
        progress.message("Translating " + in);
        AtomicFiles.write(out, stream -> {
            for (int i = 0; i < lines.size(); i++) {
                progress.checkCancelled();
                String translated = translateLine(hydra, prompt, options, lines.get(i), in, i + 1);
                stream.write((translated + "\n").getBytes(StandardCharsets.UTF_8));
                progress.update(i + 1, lines.size());
            }
        });
    }

    /** One line out for one line in: an empty one stays empty, a line end in a translation becomes a space. */
    private String translateLine(
            HydraChoice.Opened hydra, PromptTemplate prompt, GenerationOptions options, String line, Path in, int number)
            throws HydraException {
        if (line.isBlank()) {
            return "";
        }
        try {
            return Tsv.cell(translate(hydra, prompt, options, line).text());
        } catch (InputException e) {
            throw new InputException(in + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
