package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That texts are found as transformers finds them; what it finds was written by {@code src/test/oracle/generation_golden.py}. */
class GenerationGoldenTest {

    /** Options by the names that transformers has for them. */
    static final class Options {
        @SerializedName("max_new_tokens")
        int maxTokens;

        @SerializedName("do_sample")
        boolean draws;

        double temperature = 1;

        @SerializedName("top_k")
        int topK;

        @SerializedName("top_p")
        double topP = 1;

        @SerializedName("min_p")
        double minP;

        @SerializedName("repetition_penalty")
        double repetition = 1;

        @SerializedName("no_repeat_ngram_size")
        int noRepeatNgram;

        @SerializedName("num_beams")
        int beams = 1;

        @SerializedName("length_penalty")
        double lengthPenalty = 1;

        @SerializedName("early_stopping")
        JsonElement early = new Gson().toJsonTree(false);

        @SerializedName("eos_token_id")
        List<Integer> stops = List.of();

        @SerializedName("stop_strings")
        List<String> stopTexts = List.of();

        GenerationOptions options(Tokenizer tokenizer, int eos) {
            return GenerationOptions.greedy(maxTokens)
                    .withSampling(sampling())
                    .withPenalties(penalties())
                    .withBeams(new Beams(beams, lengthPenalty, until()))
                    .withStopIds(stops.isEmpty() ? Set.of(eos) : Set.copyOf(stops))
                    .withStopTexts(StopTexts.of(tokenizer, stopTexts));
        }

        Sampling sampling() {
            return draws ? new Sampling(temperature, topK, topP, minP, 0) : Sampling.NONE;
        }

        Penalties penalties() {
            return new Penalties(repetition, noRepeatNgram);
        }

        private Beams.Until until() {
            return switch (early.getAsString()) {
                case "true" -> Beams.Until.FULL;
                case "never" -> Beams.Until.CERTAIN;
                default -> Beams.Until.LIKELY;
            };
        }
    }

    static final class Shaped {
        Options options = new Options();
        int[] text = {};
        float[] scores = {};
        Float[] made = {};
    }

    static final class Found {
        int[][] ids = {};
        double[] scores = {};
    }

    static final class Texts {
        Options options = new Options();
        Found[] made = {};

        /** For the report of tests. */
        @Override
        public String toString() {
            return new Gson().toJson(options);
        }
    }

    static final class Golden {
        int[][] prompts = {};
        int[] stops = {};
        Shaped[] shaped = {};
        Texts[] texts = {};
    }

    private static Golden golden = new Golden();
    private static Decoder decoder;
    private static Tokenizer tokenizer;

    static List<Texts> texts() throws IOException {
        return List.of(read().texts);
    }

    private static Golden read() throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(TestModels.resource("/org/hydraworkbench/model/generation.golden.json.gz")))) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Golden.class);
        }
    }

    @BeforeAll
    static void load() throws HydraException, IOException {
        golden = read();
        decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none());
        tokenizer = Tokenizer.load(TestModels.stories());
    }

    @AfterAll
    static void close() {
        decoder.close();
        tokenizer.close();
    }

    /** In a row of several, so that nothing beside it may change. */
    @Test
    void scoresAreChangedAsInTransformers() {
        for (Shaped each : golden.shaped) {
            int size = each.scores.length;
            float[] scores = new float[3 * size];
            System.arraycopy(each.scores, 0, scores, size, size);
            each.options.penalties().processors().forEach(one -> one.process(scores, size, size, each.text));
            if (each.options.draws) {
                each.options.sampling().processors().forEach(one -> one.process(scores, size, size, each.text));
            }
            for (int id = 0; id < size; id++) {
                float expected = each.made[id] == null ? Float.NEGATIVE_INFINITY : each.made[id];
                assertThat(scores[size + id]).as("token %d of %s", id, new Gson().toJson(each.options)).satisfiesAnyOf(
                        score -> assertThat(score).isEqualTo(expected), score -> assertThat(score).isCloseTo(expected, within(1e-5f)));
            }
            assertThat(Arrays.copyOf(scores, size)).containsOnly(0);
            assertThat(Arrays.copyOfRange(scores, 2 * size, 3 * size)).containsOnly(0);
        }
    }

    /** One after the other, and three at a time. */
    @ParameterizedTest
    @MethodSource("texts")
    void textsAreThoseOfTransformers(Texts expected) throws HydraException {
        GenerationOptions options = expected.options.options(tokenizer, golden.stops[0]);
        List<GenerationRequest> requests = Arrays.stream(golden.prompts)
                .map(prompt -> new GenerationRequest(List.of(new PromptPart(decoder.table(), prompt)), decoder.table(), options))
                .toList();
        for (int batch : new int[] {1, 3}) {
            try (Generator generator = new Generator(decoder)) {
                List<Generation> made = generator.generate(requests, batch, Progress.none());
                for (int k = 0; k < requests.size(); k++) {
                    check(made.get(k), expected.made[k], options);
                }
            }
        }
    }

    private static void check(Generation made, Found expected, GenerationOptions options) {
        assertThat(made.ids()).containsExactly(trimmed(expected.ids[0], options.stopIds()));
        assertThat(made.alternatives()).hasSize(expected.ids.length - 1);
        for (int i = 0; i < made.alternatives().size(); i++) {
            assertThat(made.alternatives().get(i).ids()).containsExactly(trimmed(expected.ids[i + 1], options.stopIds()));
            assertThat(made.alternatives().get(i).score()).isCloseTo(expected.scores[i + 1], within(precision(expected.scores[i + 1])));
        }
        if (options.beams().count() > 1) {
            int length = made.ids().length + (made.ending() == Generation.Ending.STOP_TOKEN ? 1 : 0);
            assertThat(options.beams().score(made.logProbability(), length)).isCloseTo(expected.scores[0], within(precision(expected.scores[0])));
        }
    }

    /** A penalty below 0 multiplies by the length, and what is left out by 32 bits with it. */
    private static double precision(double score) {
        return 1e-5 * Math.max(10, Math.abs(score));
    }

    /** Without the stop token that ends it, and the filling after it. */
    private static int[] trimmed(int[] ids, Set<Integer> stops) {
        return Arrays.stream(ids).takeWhile(id -> id != 0 && !stops.contains(id)).toArray();
    }

    @Test
    void theCasesHaveTextsThatEndInAllWays() {
        Set<String> kinds = Arrays.stream(golden.texts)
                .flatMap(each -> Arrays.stream(each.made).map(made -> {
                    int length = trimmed(made.ids[0], Set.copyOf(each.options.stops)).length;
                    return each.options.stopTexts.isEmpty() + " " + (length == each.options.maxTokens);
                }))
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder("true true", "true false", "false true", "false false");
    }
}
