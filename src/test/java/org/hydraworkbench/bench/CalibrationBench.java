package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.Aligners;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkGrid;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.links.ReliabilityTable;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.LinkFiles;
import org.jspecify.annotations.Nullable;

/**
 * Where the constants of {@link Calibration} come from, and what its thresholds do. For a model it prints the constants that fit all sets best; for
 * each set the reliability of the links of grow-diag-final-and with the product of the two directions as their confidence, and with the
 * constants of the other sets; then alignment error rate and F1 (possible links are right) of the symmetrisations.
 *
 * <p>Arguments: MODEL FOLDER…, each folder with {@code bitext.gz} and {@code gold.talp}. The constants are the likeliest ones for the links that either
 * direction prefers, each set with the same weight.
 */
public final class CalibrationBench {

    private static final double[] THRESHOLDS = {0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6};

    private final String name;
    private final List<Alignment> gold;
    private final List<PairPosteriors> posteriors = new ArrayList<>();

    private CalibrationBench(AlignmentMethod method, Path folder) throws HydraException {
        this.name = folder.getFileName().toString();
        this.gold = LinkFiles.readAll(folder.resolve("gold.talp"));
        IndexedBitext.Builder bitext = new IndexedBitext.Builder();
        for (SentencePair pair : Bitexts.readAll(folder.resolve("bitext.gz"))) {
            bitext.add(units(pair.source()), units(pair.target()));
        }
        TrainedModel trained = Aligners.of(method)
                .train(TrainingData.of(bitext.build()), AlignOptions.defaults().withModel(method), Progress.none());
        for (int pair = 0; pair < gold.size(); pair++) {
            posteriors.add(trained.posteriors().get(pair));
        }
    }

    private static List<String> units(String sentence) {
        return List.of(sentence.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException {
        AlignmentMethod method = AlignmentMethod.parse(arguments[0]);
        List<CalibrationBench> sets = new ArrayList<>();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            sets.add(new CalibrationBench(method, Path.of(folder)));
        }
        Calibration all = fit(sets, 1);
        System.out.printf(Locale.ROOT, "%s: intercept %.3f, slope %.3f%n", arguments[0], all.intercept(), all.slope());
        for (CalibrationBench set : sets) {
            set.reliability("product", null);
            set.reliability("others'", fit(sets.stream().filter(other -> other != set).toList(), set.agreement()));
        }
        for (CalibrationBench set : sets) {
            set.symmetrizations();
        }
    }

    private double agreement() {
        return posteriors.getFirst().calibration().agreement();
    }

    /** Maximum likelihood by Fisher scoring, two unknowns. */
    private static Calibration fit(List<CalibrationBench> sets, double agreement) {
        double[] constants = new double[2];
        for (int step = 0; step < 100; step++) {
            double[] sums = new double[5];
            for (CalibrationBench set : sets) {
                double[] own = set.score(constants[0], constants[1]);
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += own[k];
                }
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            constants[0] += (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            constants[1] += (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
        }
        return new Calibration(constants[0], constants[1], agreement);
    }

    /** Gradient (2) and information (3) of the mean log-likelihood. */
    private double[] score(double intercept, double slope) {
        double[] sums = new double[5];
        Calibration calibration = new Calibration(intercept, slope, agreement());
        long count = 0;
        for (int pair = 0; pair < gold.size(); pair++) {
            PairPosteriors here = posteriors.get(pair);
            LinkGrid candidates = here.links(Symmetrization.UNION, 0);
            for (int i = 0; i < here.sources(); i++) {
                for (int j = 0; j < here.targets(); j++) {
                    if (candidates.has(i, j)) {
                        float f = here.forward()[i][j];
                        float r = here.reverse()[i][j];
                        double x = agreement() * agreement() * Calibration.evidence(f, r);
                        double p = Math.clamp(calibration.confidence(f, r), 1e-9, 1 - 1e-9);
                        double growth = p * (1 - p / Calibration.either(f, r));
                        double pull = growth * ((right(pair, i, j) ? 1 : 0) - p) / (p * (1 - p));
                        double weight = growth * growth / (p * (1 - p));
                        sums[0] += pull;
                        sums[1] += pull * x;
                        sums[2] += weight;
                        sums[3] += weight * x;
                        sums[4] += weight * x * x;
                        count++;
                    }
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= count;
        }
        return sums;
    }

    private boolean right(int pair, int i, int j) {
        LinkState state = gold.get(pair).state(i, j);
        return state == LinkState.SURE || state == LinkState.POSSIBLE;
    }

    /** Prints a reliability table; without a calibration that of the product. */
    private void reliability(String label, @Nullable Calibration calibration) {
        ReliabilityTable.Builder builder = new ReliabilityTable.Builder();
        for (int pair = 0; pair < gold.size(); pair++) {
            PairPosteriors here = posteriors.get(pair);
            LinkGrid grid = here.links(Symmetrization.GROW_DIAG_FINAL_AND, 0);
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < here.sources(); i++) {
                for (int j = 0; j < here.targets(); j++) {
                    if (grid.has(i, j)) {
                        float f = here.forward()[i][j];
                        float r = here.reverse()[i][j];
                        float confidence = calibration == null ? Math.min(1, f * r) : calibration.confidence(f, r);
                        links.add(new Link(i, j, LinkState.SURE, confidence));
                    }
                }
            }
            builder.add(gold.get(pair), Alignment.of(links));
        }
        ReliabilityTable table = builder.build();
        StringBuilder line = new StringBuilder();
        for (ReliabilityTable.Bin bin : table.bins()) {
            line.append(String.format(Locale.ROOT, " | %d: %.2f %.2f", bin.count(), bin.meanConfidence(), bin.right()));
        }
        System.out.printf(
                Locale.ROOT, "%-18s %s agreement %.2f, error %.3f%s%n",
                name, label, agreement(), table.expectedCalibrationError(), line);
    }

    private void symmetrizations() {
        StringBuilder line = new StringBuilder();
        for (Symmetrization symmetrization :
                List.of(Symmetrization.INTERSECT, Symmetrization.GROW_DIAG, Symmetrization.GROW_DIAG_FINAL_AND)) {
            line.append(' ').append(symmetrization.optionName()).append(' ').append(measures(symmetrization, 0));
        }
        for (double threshold : THRESHOLDS) {
            line.append(' ').append(threshold).append(' ').append(measures(Symmetrization.THRESHOLD, threshold));
        }
        System.out.printf("%-18s AER/F1%s%n", name, line);
    }

    private String measures(Symmetrization symmetrization, double threshold) {
        List<Alignment> found = new ArrayList<>();
        for (PairPosteriors here : posteriors) {
            LinkGrid grid = here.links(symmetrization, threshold);
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < here.sources(); i++) {
                for (int j = 0; j < here.targets(); j++) {
                    if (grid.has(i, j)) {
                        links.add(Link.sure(i, j));
                    }
                }
            }
            found.add(Alignment.of(links));
        }
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(gold, found);
        double right = scores.precision() * scores.found();
        return String.format(
                Locale.ROOT, "%.2f/%.1f", 100 * scores.aer(), 200 * right / (scores.found() + scores.possible()));
    }
}
