package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.PairedBootstrap;
import org.hydraworkbench.eval.TranslationMetric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra eval mt}: chrF, chrF++ and BLEU of a translation. */
@Command(
        name = "mt",
        description = "Measures a translation against a reference: chrF, chrF++ and BLEU, equal to sacreBLEU's.",
        mixinStandardHelpOptions = true)
final class EvalMtCommand implements Callable<Integer> {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping().create();

    @Reads(Place.FILE)
    @Option(names = "--hyp", required = true, paramLabel = "FILE", description = "The translation, a sentence a line.")
    private @Nullable Path hypothesis;

    @Reads(Place.FILE)
    @Option(names = "--ref", required = true, paramLabel = "FILE", description = "The reference, line by line.")
    private @Nullable Path reference;

    @Reads(Place.FILE)
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Another translation; says by paired bootstrap whether --hyp differs from it by more than chance.")
    private @Nullable Path baseline;

    @Within(least = 1, most = 100_000)
    @Option(names = "--samples", defaultValue = "1000", description = "Draws of the bootstrap (${DEFAULT-VALUE}).")
    private int samples;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", defaultValue = "12345", description = "Seed of the bootstrap (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        List<TranslationMetric> metrics = List.of(Chrf.chrf(), Chrf.plusPlus(), Bleu.bleu());
        Path referenceFile = Objects.requireNonNull(reference);
        List<String> references = TextLines.readAll(referenceFile);
        if (references.isEmpty()) {
            throw InputException.in(referenceFile, "is empty; there is nothing to measure against");
        }
        List<String> hypotheses = linesLike(Objects.requireNonNull(hypothesis), references, referenceFile);
        JsonObject result = new JsonObject();
        for (TranslationMetric metric : metrics) {
            result.addProperty(key(metric), metric.corpus(hypotheses, references));
        }
        JsonObject signatures = new JsonObject();
        metrics.forEach(metric -> signatures.addProperty(key(metric), metric.signature()));
        result.add("signatures", signatures);
        if (baseline != null) {
            List<String> others = linesLike(baseline, references, referenceFile);
            JsonObject bootstrap = new JsonObject();
            for (TranslationMetric metric : metrics) {
                bootstrap.add(
                        key(metric),
                        GSON.toJsonTree(PairedBootstrap.test(metric, others, hypotheses, references, samples, seed)));
            }
            result.add("bootstrap", bootstrap);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(GSON.toJson(result));
        } else {
            print(out, metrics, result);
        }
        return 0;
    }

    private static void print(PrintWriter out, List<TranslationMetric> metrics, JsonObject result) {
        for (TranslationMetric metric : metrics) {
            out.printf(Locale.ROOT, "%-7s %6.2f   %s%n", metric.name(), result.get(key(metric)).getAsDouble(), metric.signature());
        }
        if (result.has("bootstrap")) {
            for (TranslationMetric metric : metrics) {
                JsonObject b = result.getAsJsonObject("bootstrap").getAsJsonObject(key(metric));
                out.printf(
                        Locale.ROOT,
                        "%-7s baseline %.2f [%.2f, %.2f], this %.2f [%.2f, %.2f], p = %.4f%n",
                        metric.name(),
                        b.get("baseline").getAsDouble(),
                        b.get("baseline_low").getAsDouble(),
                        b.get("baseline_high").getAsDouble(),
                        b.get("system").getAsDouble(),
                        b.get("system_low").getAsDouble(),
                        b.get("system_high").getAsDouble(),
                        b.get("p").getAsDouble());
            }
        }
    }

    private static String key(TranslationMetric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> linesLike(Path file, List<String> references, Path referenceFile) throws HydraException {
        List<String> lines = TextLines.readAll(file);
        if (lines.size() != references.size()) {
            throw InputException.in(
                    file,
                    "has " + lines.size() + " lines, " + referenceFile + " has " + references.size()
                            + "; line N of one must be line N of the other");
        }
        return lines;
    }
}
