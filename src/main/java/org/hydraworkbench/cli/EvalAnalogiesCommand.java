package org.hydraworkbench.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.eval.Analogy;
import org.hydraworkbench.eval.AnalogyEvaluator;
import org.hydraworkbench.eval.AnalogyEvaluator.Score;
import org.hydraworkbench.eval.AnalogyFile;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra eval analogies}: what a model knows of words and their forms. */
@Command(
        name = "analogies",
        description = {
            "Measures how many analogies a model answers, each by one example.",
            "An answer is right when its words are the ones that the model writes next, letter by letter."
        },
        mixinStandardHelpOptions = true)
final class EvalAnalogiesCommand implements Callable<Integer> {

    @Reads(Place.FOLDER)
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder.")
    private @Nullable Path model;

    @Reads(Place.FILE)
    @Option(names = "--questions", required = true, paramLabel = "FILE",
            description = "Four words a line with a line ': name' before each category, as SART has them; or a word, a tab and its answers with"
                    + " slashes between, as BATS has them.")
    private @Nullable Path file;

    @Within(least = 1, most = 10_000_000)
    @Option(names = "--most", paramLabel = "N", defaultValue = "1000",
            description = "At most so many questions (${DEFAULT-VALUE}); of more some are drawn by --seed.")
    private int most;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which questions are drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Progress progress = new ConsoleProgress(line.getErr());
        List<Analogy> questions = drawn(AnalogyFile.read(Objects.requireNonNull(file)));
        Path folder = Objects.requireNonNull(model);
        List<Score> scores;
        try (Tokenizer tokenizer = PretrainedFolder.open(folder).tokenizer();
                TensorRuntime runtime = runtimeOptions.open();
                Decoder decoder = Decoder.load(runtime, folder, progress)) {
            scores = new AnalogyEvaluator(decoder, decoder.table(), tokenizer).score(questions, progress);
        }
        print(scores, line.getOut());
        return 0;
    }

    /** In the order of the file. */
    private List<Analogy> drawn(List<Analogy> all) {
        if (all.size() <= most) {
            return all;
        }
        List<Integer> places = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        Collections.shuffle(places, new Random(seed));
        return places.stream().limit(most).sorted().map(all::get).toList();
    }

    private void print(List<Score> scores, PrintWriter out) {
        Score all = new Score("", scores.stream().mapToInt(Score::questions).sum(), scores.stream().mapToInt(Score::right).sum());
        if (json) {
            JsonObject result = object(all);
            JsonArray categories = new JsonArray();
            for (Score score : scores) {
                JsonObject category = new JsonObject();
                category.addProperty("category", score.category());
                object(score).asMap().forEach(category::add);
                categories.add(category);
            }
            result.add("categories", categories);
            out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(result));
        } else {
            scores.stream().filter(score -> !score.category().isEmpty()).forEach(score -> out.println(text(score.category(), score)));
            out.println(text("all", all));
        }
    }

    private static JsonObject object(Score score) {
        JsonObject object = new JsonObject();
        object.addProperty("questions", score.questions());
        object.addProperty("right", score.right());
        object.addProperty("accuracy", score.accuracy());
        return object;
    }

    private static String text(String name, Score score) {
        return String.format(Locale.ROOT, "%-40s %6.2f %%  (%,d of %,d)", name, 100 * score.accuracy(), score.right(), score.questions());
    }
}
