package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against sacreBLEU's paired bootstrap; its numbers are made by {@code src/test/oracle/paired_bootstrap_golden.py}. */
class PairedBootstrapTest {

    private static final JsonObject GOLDEN = JsonParser.parseReader(new InputStreamReader(
                    Objects.requireNonNull(PairedBootstrapTest.class.getResourceAsStream("paired-bootstrap.json")),
                    StandardCharsets.UTF_8))
            .getAsJsonObject();

    static List<TranslationMetric> metrics() {
        return List.of(Chrf.chrf(), Bleu.bleu());
    }

    private static JsonObject golden(TranslationMetric metric) {
        return GOLDEN.getAsJsonObject(metric.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> lines(String name) {
        return StreamSupport.stream(GOLDEN.getAsJsonArray(name).spliterator(), false).map(line -> line.getAsString()).toList();
    }

    private static double[] numbers(JsonObject from, String name) {
        return StreamSupport.stream(from.getAsJsonArray(name).spliterator(), false).mapToDouble(number -> number.getAsDouble()).toArray();
    }

    private static int[][] draws() {
        return StreamSupport.stream(GOLDEN.getAsJsonArray("draws").spliterator(), false)
                .map(draw -> StreamSupport.stream(draw.getAsJsonArray().spliterator(), false).mapToInt(place -> place.getAsInt()).toArray())
                .toArray(int[][]::new);
    }

    private static double[] scores(TranslationMetric metric, String system) {
        return Bootstrap.of(metric.statistics(lines(system), lines("references")), draws()).scores(metric::score);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theSameDrawsHaveTheScoresOfSacreBleu(TranslationMetric metric) {
        for (String system : List.of("baseline", "system")) {
            assertThat(scores(metric, system)).containsExactly(numbers(golden(metric), system + "_draws"), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void theSameDrawsHaveThePValueOfSacreBleu(TranslationMetric metric) {
        JsonObject golden = golden(metric);
        double baseline = metric.corpus(lines("baseline"), lines("references"));
        double system = metric.corpus(lines("system"), lines("references"));
        assertThat(baseline).isCloseTo(golden.get("baseline").getAsDouble(), within(1e-9));
        assertThat(system).isCloseTo(golden.get("system").getAsDouble(), within(1e-9));
        PairedBootstrap.Result result =
                PairedBootstrap.result(baseline, system, scores(metric, "baseline"), scores(metric, "system"));
        assertThat(result.p()).isCloseTo(golden.get("p").getAsDouble(), within(1e-12));
        assertThat(result.difference()).isCloseTo(system - baseline, within(1e-12));
        assertThat(result.differenceLow()).isCloseTo(golden.get("difference_low").getAsDouble(), within(1e-9));
        assertThat(result.differenceHigh()).isCloseTo(golden.get("difference_high").getAsDouble(), within(1e-9));
    }

    /** Other draws: the standard error of a share near 0.05 in a thousand draws is 0.007. */
    @ParameterizedTest
    @MethodSource("metrics")
    void ourOwnDrawsHaveAPValueNearThatOfSacreBleu(TranslationMetric metric) {
        double p = PairedBootstrap.test(metric, lines("baseline"), lines("system"), lines("references"), 1000, 12345).p();
        assertThat(p).isCloseTo(golden(metric).get("p_of_thousand").getAsDouble(), within(0.025));
    }
}
