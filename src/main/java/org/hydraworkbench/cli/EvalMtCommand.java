package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.decode.memory.TranslationMemory;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.eval.NearFar;
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

    /** What was not measured is left out. */
    private static final JsonSerializer<Double> MEASURED =
            (number, type, context) -> Double.isNaN(number) ? JsonNull.INSTANCE : new JsonPrimitive(number);

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().registerTypeAdapter(double.class, MEASURED)
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

    @Reads(Place.FILE)
    @Option(names = "--src", paramLabel = "FILE", description = "With --near-far: what was translated, line by line.")
    private @Nullable Path source;

    @Reads(Place.FILE)
    @Option(names = "--near-far", arity = "1..2", paramLabel = "FILE",
            description = "The bitext that was learnt from, source language first; scores sentences that are near to one of its sources (half of"
                    + " the words alike, or more) apart from the others: " + BitextMixin.FORMS)
    private List<Path> nearFar = List.of();

    @Reads(Place.FILE)
    @Option(names = "--confidences", paramLabel = "FILE.tsv",
            description = "What chrF was expected of each line, as 'translate --scores' writes it; says whether it came true.")
    private @Nullable Path confidences;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        List<TranslationMetric> metrics = List.of(Chrf.chrf(), Chrf.plusPlus(), Bleu.bleu());
        if ((source == null) != nearFar.isEmpty()) {
            throw new UsageException("--near-far and --src go together: the bitext that was learnt from, and what was translated.");
        }
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
            result.add("bootstrap", each(metrics, metric -> PairedBootstrap.test(metric, others, hypotheses, references, samples, seed)));
        }
        if (source != null) {
            double[] ratios = ratios(linesLike(source, references, referenceFile));
            result.add("near_far", each(metrics, metric -> NearFar.of(metric, hypotheses, references, ratios)));
        }
        if (confidences != null) {
            result.add("confidence", GSON.toJsonTree(ConfidenceFile.read(confidences, references.size()).reliability(hypotheses, references)));
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(GSON.toJson(result));
        } else {
            MtReport.print(out, metrics.stream().map(TranslationMetric::name).toList(), result);
        }
        return 0;
    }

    private double[] ratios(List<String> sources) throws HydraException {
        Progress progress = new ConsoleProgress(Objects.requireNonNull(spec).commandLine().getErr());
        TranslationMemory memory = MemoryMixin.read(BitextMixin.text("--near-far", nearFar), progress);
        progress.message("Looking for similar sentences");
        double[] ratios = new double[sources.size()];
        for (int line = 0; line < ratios.length; line++) {
            progress.checkCancelled();
            ratios[line] = memory.nearest(sources.get(line));
            progress.update(line + 1, ratios.length);
        }
        return ratios;
    }

    private static JsonObject each(List<TranslationMetric> metrics, Function<TranslationMetric, Object> measure) {
        JsonObject all = new JsonObject();
        metrics.forEach(metric -> all.add(key(metric), GSON.toJsonTree(measure.apply(metric))));
        return all;
    }

    private static String key(TranslationMetric metric) {
        return MtReport.key(metric.name());
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
