package org.hydraworkbench.cli;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.LinkReader;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.ReliabilityTable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.eval.AlignmentEvaluation;
import org.hydraworkbench.eval.AlignmentMeasure;
import org.hydraworkbench.eval.Bootstrap;
import org.hydraworkbench.eval.PairedBootstrap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra eval alignment}: precision, recall, F1, alignment error rate, kappa, and what their figures are worth. */
@Command(
        name = "alignment",
        description = "Compares links with links drawn by people: precision, recall, F1, alignment error rate and Cohen's kappa, with"
                + " bootstrap intervals; and what confidences mean.",
        mixinStandardHelpOptions = true)
final class EvalAlignmentCommand implements Callable<Integer> {

    private static final double LEVEL = 0.95;

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();

    @Reads(Place.FILE)
    @Option(names = "--gold", required = true, paramLabel = "FILE", description = "Links drawn by people.")
    private @Nullable Path gold;

    @Option(names = GoldLinks.OPTION, description = "Units are counted from one in --gold, though its format usually counts from zero.")
    private boolean goldFromOne;

    @Reads(Place.FILE)
    @Option(names = "--hyp", required = true, paramLabel = "FILE",
            description = "The links to measure, pair by pair; those beyond the last pair of --gold are not measured.")
    private @Nullable Path hypothesis;

    @CommandLine.Mixin
    private final LinkFormatMixin linkFormat = new LinkFormatMixin();

    @Reads(Place.FILE)
    @Option(names = "--scores", paramLabel = "FILE",
            description = "Confidences of the links in --hyp, as 'align --scores' writes them. Confidences, from here or from --hyp,"
                    + " are compared with the share of links that are right.")
    private @Nullable Path scores;

    @Reads(Place.FILE)
    @Option(names = "--baseline", paramLabel = "FILE",
            description = "Other links; says by paired bootstrap whether --hyp differs from them by more than chance.")
    private @Nullable Path baseline;

    @Reads(Place.FILE)
    @Option(names = "--bitext", arity = "1..2", paramLabel = "FILE",
            description = "The linked text; with it, links are checked against the sentences and kappa is computed. " + BitextMixin.FORMS)
    private List<Path> bitext = List.of();

    @CommandLine.Mixin
    private final BitextMixin languages = new BitextMixin();

    @CommandLine.Mixin
    private final UnitsMixin units = new UnitsMixin();

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

    private boolean told;

    @Override
    public Integer call() throws HydraException {
        if (bitext.isEmpty() && units.given()) {
            throw new UsageException("--unit and the tokenizers say how --bitext is cut, which is missing.");
        }
        languages.requireOf(bitext);
        units.check();
        AlignmentEvaluation measured = measure(Objects.requireNonNull(hypothesis), scores);
        Map<AlignmentMeasure, Double> figures = measured.scores();
        Map<AlignmentMeasure, Bootstrap.Interval> intervals = measured.intervals(samples, LEVEL, seed);
        Map<AlignmentMeasure, PairedBootstrap.Result> comparison =
                baseline == null ? Map.of() : measured.against(measure(baseline, null), samples, seed);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ReliabilityTable reliability = measured.hasConfidences() || scores != null ? measured.reliability() : null;
        if (json) {
            out.println(GSON.toJson(toJson(figures, intervals, comparison, reliability)));
        } else {
            print(out, figures, intervals, comparison, reliability);
        }
        return 0;
    }

    /** Reads gold links and those of {@code file} side by side, and the bitext if there is one. */
    private AlignmentEvaluation measure(Path file, @Nullable Path confidences) throws HydraException {
        Path goldFile = Objects.requireNonNull(gold);
        AlignmentEvaluation evaluation = new AlignmentEvaluation();
        try (GoldLinks wanted = GoldLinks.open(goldFile, linkFormat.format(), goldFromOne);
                LinkFile found = LinkFile.open(file, linkFormat.format(), confidences)) {
            if (bitext.isEmpty()) {
                for (Alignment pair = wanted.poll(); pair != null; pair = wanted.poll()) {
                    Alignment links = found.next(LinkReader.UNKNOWN, LinkReader.UNKNOWN);
                    wanted.compare(links);
                    evaluation.add(pair, links);
                }
            } else {
                measureCut(wanted, found, evaluation);
            }
            tellOfMore(file, found, evaluation.size());
            tell(wanted.notes());
        }
        if (evaluation.size() == 0) {
            throw InputException.in(goldFile, "is empty; there is nothing to measure against");
        }
        return evaluation;
    }

    private void measureCut(GoldLinks wanted, LinkFile found, AlignmentEvaluation evaluation) throws HydraException {
        try (BitextReader reader = languages.open(bitext);
                UnitsMixin.Units cut = units.open()) {
            SentencePair pair = reader.next();
            if (pair == null) {
                throw BitextMixin.nothing(reader);
            }
            for (; pair != null; pair = reader.next()) {
                int sources = cut.source().segment(pair.source()).size();
                int targets = cut.target().segment(pair.target()).size();
                Alignment alignment = wanted.poll(sources, targets);
                if (alignment == null) {
                    return;
                }
                Alignment links = found.next(sources, targets);
                wanted.compare(links);
                evaluation.add(alignment, links, sources, targets);
            }
            languages.tell(reader);
            wanted.requireEnd();
        }
    }

    /** Once, though the gold links are read again for the baseline. */
    private void tell(List<String> notes) {
        if (!told) {
            told = true;
            PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
            notes.forEach(note -> err.println("hydra: " + note));
        }
    }

    private void tellOfMore(Path file, LinkFile found, int measured) throws HydraException {
        int more = 0;
        while (found.next() != null) {
            more++;
        }
        if (more > 0 && measured > 0) {
            Objects.requireNonNull(spec).commandLine().getErr().printf(
                    Locale.ROOT,
                    "hydra: only the first %,d of %,d pairs of %s have gold links%n",
                    measured, measured + more, file);
        }
    }

    private static void print(
            PrintWriter out,
            Map<AlignmentMeasure, Double> figures,
            Map<AlignmentMeasure, Bootstrap.Interval> intervals,
            Map<AlignmentMeasure, PairedBootstrap.Result> comparison,
            @Nullable ReliabilityTable reliability) {
        out.println(figures.entrySet().stream()
                .map(each -> each.getKey().title() + " " + shown(each.getKey(), each.getValue()))
                .collect(Collectors.joining("   ")));
        out.println("95 % intervals: "
                + intervals.entrySet().stream()
                        .map(each -> each.getKey().title() + " " + shown(each.getKey(), each.getValue().low()) + " to "
                                + shown(each.getKey(), each.getValue().high()))
                        .collect(Collectors.joining(", ")));
        comparison.forEach((measure, result) -> out.printf(
                Locale.ROOT,
                "%s: baseline %s, this %s, p = %.4f%n",
                measure.title(), shown(measure, result.baseline()), shown(measure, result.system()), result.p()));
        if (reliability != null) {
            out.println("confidence    links      mean     right");
            for (ReliabilityTable.Bin bin : reliability.bins()) {
                out.printf(Locale.ROOT, "%.1f to %.1f %8d %9.3f %9.3f%n",
                        bin.low(), bin.high(), bin.count(), bin.meanConfidence(), bin.right());
            }
            out.printf(Locale.ROOT, "expected calibration error %.4f%n", reliability.expectedCalibrationError());
        }
    }

    /** Shares in per cent; kappa is no share. */
    private static String shown(AlignmentMeasure measure, double value) {
        return measure == AlignmentMeasure.KAPPA
                ? String.format(Locale.ROOT, "%.4f", value)
                : String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    private JsonObject toJson(
            Map<AlignmentMeasure, Double> figures,
            Map<AlignmentMeasure, Bootstrap.Interval> intervals,
            Map<AlignmentMeasure, PairedBootstrap.Result> comparison,
            @Nullable ReliabilityTable reliability) {
        JsonObject result = new JsonObject();
        figures.forEach((measure, value) -> result.addProperty(measure.key(), value));
        JsonObject bounds = new JsonObject();
        bounds.addProperty("level", LEVEL);
        bounds.addProperty("samples", samples);
        bounds.addProperty("seed", seed);
        intervals.forEach((measure, interval) -> {
            JsonArray ends = new JsonArray();
            ends.add(interval.low());
            ends.add(interval.high());
            bounds.add(measure.key(), ends);
        });
        result.add("intervals", bounds);
        if (!comparison.isEmpty()) {
            JsonObject bootstrap = new JsonObject();
            comparison.forEach((measure, test) -> bootstrap.add(measure.key(), GSON.toJsonTree(test)));
            result.add("bootstrap", bootstrap);
        }
        if (reliability != null) {
            JsonObject calibration = new JsonObject();
            calibration.add("bins", GSON.toJsonTree(reliability.bins()));
            calibration.addProperty("expected_calibration_error", reliability.expectedCalibrationError());
            result.add("calibration", calibration);
        }
        return result;
    }
}
