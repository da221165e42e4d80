package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationMetricTest {

    private static final JsonObject GOLDEN = JsonParser.parseReader(new InputStreamReader(
                    Objects.requireNonNull(TranslationMetricTest.class.getResourceAsStream("mt-metrics.json")),
                    StandardCharsets.UTF_8))
            .getAsJsonObject();

    static List<TranslationMetric> metrics() {
        return List.of(Chrf.chrf(), Chrf.plusPlus(), Bleu.bleu());
    }

    private static String key(TranslationMetric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void corpusScoresEqualSacreBleu(TranslationMetric metric) {
        List<JsonElement> pairs = GOLDEN.getAsJsonArray("pairs").asList();
        for (JsonElement corpus : GOLDEN.getAsJsonArray("corpora")) {
            List<String> hypotheses = new ArrayList<>();
            List<String> references = new ArrayList<>();
            for (JsonElement row : corpus.getAsJsonObject().getAsJsonArray("rows")) {
                JsonObject pair = pairs.get(row.getAsInt()).getAsJsonObject();
                hypotheses.add(pair.get("hyp").getAsString());
                references.add(pair.get("ref").getAsString());
            }
            assertThat(metric.corpus(hypotheses, references))
                    .as("%s of %s", metric.name(), hypotheses)
                    .isCloseTo(corpus.getAsJsonObject().get(key(metric)).getAsDouble(), within(1e-9));
        }
    }

    @Test
    void sentenceScoresEqualSacreBleu() {
        for (TranslationMetric metric : List.of(Chrf.chrf(), Chrf.plusPlus())) {
            for (JsonElement element : GOLDEN.getAsJsonArray("pairs")) {
                JsonObject pair = element.getAsJsonObject();
                String hyp = pair.get("hyp").getAsString();
                assertThat(metric.sentence(hyp, pair.get("ref").getAsString()))
                        .as("%s of %s", metric.name(), hyp)
                        .isCloseTo(pair.get(key(metric)).getAsDouble(), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void signaturesAreThoseOfSacreBleuButForTheVersion(TranslationMetric metric) {
        String theirs = GOLDEN.getAsJsonObject("signatures").get(key(metric)).getAsString();
        assertThat(metric.signature().replaceFirst("version:.*", ""))
                .isEqualTo(theirs.replaceFirst("version:.*", ""));
        assertThat(metric.signature()).contains("version:hydra-");
    }

    @Property(tries = 200)
    void scoresLieBetweenZeroAndAHundred(@ForAll String hypothesis, @ForAll String reference) {
        for (TranslationMetric metric : metrics()) {
            assertThat(metric.sentence(hypothesis, reference)).isBetween(0.0, 100.0 + 1e-9);
        }
    }

    /** sacreBLEU 2.6 with {@code --tokenize char}. */
    @Test
    void textWithoutSpacesBetweenWordsIsCountedByItsCharacters() {
        List<String> thai = List.of("แม่กินข้าว.", "ช้างนอน หลับ", "The เด็ก went 3.5");
        List<String> references = List.of("แม่ไม่กินข้าว.", "ช้างนอน", "เด็กไป 3.5");
        Bleu bleu = Bleu.suiting(references);
        assertThat(bleu.corpus(thai, references)).isCloseTo(57.76, within(5e-3));
        assertThat(bleu.signature()).contains("tok:char");
        assertThat(Bleu.suiting(List.of("Ṭṭes!", "Tom is 象")).signature()).contains("tok:13a");
        assertThat(Bleu.suiting(List.of()).signature()).contains("tok:13a");
    }

    @Test
    void theSameSystemDoesNotDifferFromItself() {
        List<String> references = List.of("Azul fell-awen.", "Tanemmirt.", "Ur ẓriɣ ara.");
        List<String> system = List.of("Azul.", "Tanemmirt!", "Ur yeẓri ara.");
        PairedBootstrap.Result result =
                PairedBootstrap.test(Chrf.chrf(), system, system, references, 100, 1);
        assertThat(result.baseline()).isEqualTo(result.system());
        assertThat(result.p()).isOne();
        assertThat(result.systemLow()).isLessThanOrEqualTo(result.system());
        assertThat(result.systemHigh()).isGreaterThanOrEqualTo(result.system());
    }

    @Test
    void aPerfectSystemBeatsAUselessOneBeyondChance() {
        List<String> references = List.of("Azul fell-awen.", "Tanemmirt.", "Ur ẓriɣ ara.", "Tom yella dagi.");
        List<String> useless = List.of("x", "y", "z", "q");
        assertThat(PairedBootstrap.test(Chrf.chrf(), useless, references, references, 500, 1).p()).isLessThan(0.01);
    }

    @Test
    void theBootstrapRepeatsForASeed() {
        List<String> references = List.of("Azul fell-awen.", "Tanemmirt.", "Ur ẓriɣ ara.", "Tom yella dagi.");
        List<String> system = List.of("Azul.", "Tanemmirt!", "Ur yeẓri ara.", "Tom.");
        List<String> other = List.of("Azul fell.", "Tanem", "yeẓri ara.", "Tom yella.");
        assertThat(PairedBootstrap.test(Bleu.bleu(), system, other, references, 200, 5))
                .isEqualTo(PairedBootstrap.test(Bleu.bleu(), system, other, references, 200, 5));
    }

    @Test
    void refusesListsOfDifferentLength() {
        assertThatThrownBy(() -> Chrf.chrf().corpus(List.of("a"), List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
