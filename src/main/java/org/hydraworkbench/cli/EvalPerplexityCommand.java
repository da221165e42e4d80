package org.hydraworkbench.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.eval.LanguageModelScores;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra eval perplexity}: how well a model predicts a text. */
@Command(
        name = "perplexity",
        description = {
            "Measures how well a model predicts a text.",
            "Each line is a document: the beginning token is read but not scored, the line's tokens and the end are scored."
        },
        mixinStandardHelpOptions = true)
final class EvalPerplexityCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder.")
    private @Nullable Path model;

    @Reads(Place.FILE)
    @Option(names = "--text", required = true, paramLabel = "FILE", description = "UTF-8 text, a document a line; may be gzip.")
    private @Nullable Path text;

    @Reads(Place.TOKENIZER)
    @Option(
            names = "--reference-tokenizer",
            paramLabel = "DIR",
            description = "Counts the tokens of perplexity_native; without it, the model's own tokenizer does.")
    private @Nullable Path reference;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        ConsoleProgress progress = new ConsoleProgress(commandLine.getErr());
        Path folder = Objects.requireNonNull(model);
        LanguageModelScores scores;
        try (Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
                Tokenizer other = reference == null ? null : Tokenizer.load(reference);
                TensorRuntime runtime = runtimeOptions.open();
                Decoder decoder = Decoder.load(runtime, folder, progress)) {
            progress.message("Scoring " + text);
            scores = new LanguageModelEvaluator(decoder, decoder.table(), tokenizer, other == null ? tokenizer : other)
                    .score(Objects.requireNonNull(text), progress);
        }
        print(scores, commandLine.getOut());
        return 0;
    }

    private void print(LanguageModelScores scores, PrintWriter out) {
        JsonObject object = new JsonObject();
        object.addProperty("nll_total", scores.nllTotal());
        object.addProperty("tokens", scores.tokens());
        object.addProperty("lines", scores.lines());
        object.addProperty("words", scores.words());
        object.addProperty("characters", scores.characters());
        object.addProperty("bytes", scores.bytes());
        object.addProperty("bits_per_byte", scores.bitsPerByte());
        object.addProperty("nats_per_character", scores.natsPerCharacter());
        object.addProperty("perplexity_per_word", scores.perplexityPerWord());
        object.addProperty("perplexity_native", scores.perplexityNative());
        // JSON has no infinity, which a text of blanks has for a perplexity.
        object.entrySet().removeIf(entry -> !Double.isFinite(entry.getValue().getAsDouble()));
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
        } else {
            object.asMap().forEach((key, value) ->
                    out.println(String.format(Locale.ROOT, "%-20s %s", key.replace('_', ' '), value.getAsString())));
        }
    }
}
