package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hydraworkbench.align.format.Pharaoh;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.ReliabilityTable;
import org.junit.jupiter.api.Test;

class AlignmentEvaluationTest {

    private static final Alignment ONE = Alignment.of(List.of(Link.sure(0, 0)));

    /** The figures come from {@code src/test/oracle/alignment_metrics_golden.py}. */
    @Test
    void measuresAreThoseOfPlainSumsOverSets() throws Exception {
        JsonObject golden;
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(AlignmentEvaluationTest.class.getResourceAsStream("alignment-metrics.json")),
                StandardCharsets.UTF_8)) {
            golden = JsonParser.parseReader(in).getAsJsonObject();
        }
        AlignmentEvaluation evaluation = new AlignmentEvaluation();
        for (JsonElement element : golden.getAsJsonArray("pairs")) {
            JsonObject pair = element.getAsJsonObject();
            evaluation.add(
                    Pharaoh.parse(pair.get("gold").getAsString(), Path.of("gold"), 1),
                    Pharaoh.parse(pair.get("found").getAsString(), Path.of("found"), 1),
                    pair.get("sources").getAsInt(),
                    pair.get("targets").getAsInt());
        }
        JsonObject figures = golden.getAsJsonObject("figures");
        evaluation.scores().forEach((measure, score) ->
                assertThat(score).as(measure.title()).isCloseTo(figures.get(measure.key()).getAsDouble(), within(1e-12)));
        ReliabilityTable reliability = evaluation.reliability();
        assertThat(reliability.bins().stream().map(ReliabilityTable.Bin::count))
                .containsExactlyElementsOf(figures.getAsJsonArray("counts").asList().stream().map(JsonElement::getAsLong).toList());
        assertThat(reliability.expectedCalibrationError())
                .isCloseTo(figures.get("expected_calibration_error").getAsDouble(), within(1e-6)); // confidences are floats
    }

    @Test
    void theIntervalOfAShareIsThatOfTheBinomialDistribution() {
        // 50 of 100 links are found: a draw's share is Binomial(100, 0.5)/100, whose 2.5 and 97.5 % points are 0.40 and 0.60
        AlignmentEvaluation evaluation = new AlignmentEvaluation();
        for (int p = 0; p < 100; p++) {
            evaluation.add(ONE, p % 2 == 0 ? ONE : Alignment.empty());
        }
        Bootstrap.Interval recall = evaluation.intervals(10_000, 0.95, 1).get(AlignmentMeasure.RECALL);
        assertThat(recall.low()).isCloseTo(0.40, within(0.0101));
        assertThat(recall.high()).isCloseTo(0.60, within(0.0101));
        Bootstrap.Interval half = evaluation.intervals(10_000, 0.5, 1).get(AlignmentMeasure.RECALL);
        assertThat(half.low()).as("first quartile").isCloseTo(0.47, within(0.0101));
    }

    @Property(tries = 50)
    void theIntervalHoldsThePointAndRepeatsForASeed(@ForAll @IntRange(min = 1, max = 40) int pairs, @ForAll long seed) {
        AlignmentEvaluation evaluation = random(pairs, new Random(seed));
        Map<AlignmentMeasure, Double> scores = evaluation.scores();
        Map<AlignmentMeasure, Bootstrap.Interval> intervals = evaluation.intervals(400, 0.95, seed);
        assertThat(intervals).isEqualTo(evaluation.intervals(400, 0.95, seed));
        assertThat(scores).hasSize(AlignmentMeasure.values().length);
        scores.forEach((measure, score) ->
                assertThat(score).as(measure.title()).isBetween(intervals.get(measure).low(), intervals.get(measure).high()));
    }

    @Property(tries = 20)
    void aBetterChanceOfBeingRightIsFoundSignificant(@ForAll long seed) {
        Random random = new Random(seed);
        AlignmentEvaluation good = new AlignmentEvaluation();
        AlignmentEvaluation bad = new AlignmentEvaluation();
        for (int p = 0; p < 300; p++) {
            good.add(ONE, random.nextInt(10) < 9 ? ONE : Alignment.empty());
            bad.add(ONE, random.nextInt(10) < 5 ? ONE : Alignment.empty());
        }
        assertThat(good.against(bad, 300, 1).get(AlignmentMeasure.RECALL).p()).isLessThan(0.01);
        assertThat(good.against(good, 300, 1).get(AlignmentMeasure.RECALL).p()).isOne();
    }

    @Test
    void theSamePairsAreDrawnWhateverIsMeasured() {
        long[][] once = new long[30][];
        long[][] twice = new long[30][];
        for (int p = 0; p < 30; p++) {
            once[p] = new long[] {p};
            twice[p] = new long[] {2 * p};
        }
        double[] scores = Bootstrap.draw(once, 50, 7).scores(sum -> 2.0 * sum[0]);
        assertThat(Bootstrap.draw(twice, 50, 7).scores(sum -> sum[0])).isEqualTo(scores);
        assertThat(Bootstrap.draw(twice, 50, 8).scores(sum -> sum[0])).isNotEqualTo(scores);
    }

    @Test
    void kappaNeedsTheLengthsOfAllPairs() {
        AlignmentEvaluation evaluation = new AlignmentEvaluation();
        evaluation.add(ONE, ONE);
        assertThat(evaluation.scores()).doesNotContainKey(AlignmentMeasure.KAPPA);
        assertThatThrownBy(() -> evaluation.add(ONE, ONE, 1, 1)).isInstanceOf(IllegalStateException.class);
    }

    private static AlignmentEvaluation random(int pairs, Random random) {
        AlignmentEvaluation evaluation = new AlignmentEvaluation();
        for (int p = 0; p < pairs; p++) {
            int n = 1 + random.nextInt(6);
            int m = 1 + random.nextInt(6);
            evaluation.add(links(n, m, random), links(n, m, random), n, m);
        }
        return evaluation;
    }

    private static Alignment links(int n, int m, Random random) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(3) == 0) {
                    links.add(random.nextBoolean() ? Link.sure(i, j) : Link.possible(i, j));
                }
            }
        }
        return Alignment.of(links);
    }
}
