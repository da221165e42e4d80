package org.hydraworkbench.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.AnswerScorer;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.Session;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLayoutTest {

    private static final LanguagePair PAIR = new LanguagePair(ENGLISH, KABYLE);

    @TempDir
    Path folder;

    /** Expected by {@code src/test/oracle/published_hydra.py make}. */
    @Test
    void aPublishedHydraComputesWhatItDoesInTorch() throws Exception {
        Path given = TestModels.resource("/org/hydraworkbench/hydra/published");
        Path published = folder.resolve("published");
        Folders.copy(given, published, Progress.none());
        Map<String, String> roles = Map.of("unk", "<unk>");
        TinyTokenizers.sentencePiece(published, roles, List.of("a", "b")).close();
        TinyTokenizers.sentencePiece(folder.resolve("english"), roles, List.of("c", "d")).close();
        Path hydra = folder.resolve("hydra");
        PublishedLayout.read(published, PAIR, folder.resolve("english"), hydra, Progress.none());
        JsonObject golden = JsonParser.parseString(Files.readString(given.resolve("golden.json"))).getAsJsonObject();
        int[] source = ints(golden.getAsJsonArray("source"));
        int[] target = ints(golden.getAsJsonArray("target"));
        int[] begun = Arrays.copyOf(target, 1);
        try (HydraModel model = HydraModel.open(TestModels.runtime(), hydra, Progress.none());
                Session session = new Session(model.body())) {
            assertThat(model.table(ENGLISH).size()).isEqualTo(50);
            assertThat(model.table(KABYLE).size()).isEqualTo(40);
            assertThat(model.table(KABYLE).tied()).isFalse();
            session.append(model.table(ENGLISH), source);
            assertClose(session.feed(model.table(KABYLE), begun, model.table(KABYLE)), golden.getAsJsonArray("first"));
            int[] rest = Arrays.copyOfRange(target, 1, target.length - 1);
            assertClose(session.feed(model.table(KABYLE), rest, model.table(KABYLE)), golden.getAsJsonArray("logits"));
            List<PromptPart> prompt = List.of(new PromptPart(model.table(ENGLISH), source), new PromptPart(model.table(KABYLE), begun));
            AnswerScorer.Answer answer = new AnswerScorer.Answer(prompt, Arrays.copyOfRange(target, 1, target.length));
            double[] scores = new AnswerScorer(model.body(), model.table(KABYLE)).logProbabilities(List.of(answer), Progress.none());
            assertThat(-scores[0]).isCloseTo(golden.get("nll").getAsDouble(), within(1e-4));
            assertThat(model.manifest().readOnly()).containsExactly(ENGLISH);
            assertThat(model.manifest().directions()).containsExactly(PAIR);
        }
    }

    private static void assertClose(float[] scores, JsonArray expected) {
        assertThat(scores).hasSize(expected.size());
        for (int k = 0; k < scores.length; k++) {
            assertThat(scores[k]).isCloseTo(expected.get(k).getAsFloat(), within(1e-4f));
        }
    }

    private static int[] ints(JsonArray array) {
        return array.asList().stream().mapToInt(each -> each.getAsInt()).toArray();
    }

    @Test
    void thereAndBackEveryTensorIsTheSame() throws Exception {
        Path hydra = SmallModels.threeHeads(folder);
        for (LanguageTag target : List.of(KABYLE, ESPERANTO)) {
            LanguagePair pair = new LanguagePair(ENGLISH, target);
            Path published = folder.resolve("published-" + target);
            PublishedLayout.write(hydra, pair, DType.F32, published, Progress.none());
            Path again = folder.resolve("again-" + target);
            PublishedLayout.read(published, pair, null, again, Progress.none());
            try (ModelWeights before = ModelWeights.open(HydraManifest.body(hydra));
                    ModelWeights after = ModelWeights.open(HydraManifest.body(again))) {
                for (String name : before.names()) {
                    if (!name.equals("model.embed_tokens.weight")) {
                        assertThat(Bytes.of(after, name)).as(name).isEqualTo(Bytes.of(before, name));
                    }
                }
            }
            for (LanguageTag language : List.of(ENGLISH, target)) {
                try (SafetensorsFile before = SafetensorsFile.open(HydraManifest.tables(hydra, language));
                        SafetensorsFile after = SafetensorsFile.open(HydraManifest.tables(again, language))) {
                    assertThat(after.names()).as("of " + language).isEqualTo(before.names());
                    for (String name : before.names()) {
                        assertThat(Bytes.of(after, name)).as(language + " " + name).isEqualTo(Bytes.of(before, name));
                    }
                }
            }
            assertThat(again.resolve("heads/en/tokenizer.json")).hasSameBinaryContentAs(hydra.resolve("heads/en/tokenizer.json"));
            try (HydraModel old = HydraModel.open(TestModels.runtime(), hydra, Progress.none());
                    HydraModel made = HydraModel.open(TestModels.runtime(), again, Progress.none())) {
                assertThat(translate(made, pair)).isEqualTo(translate(old, pair));
                assertThatThrownBy(() -> translate(made, pair.reversed())).isInstanceOf(UsageException.class);
            }
        }
    }

    private static Translation translate(HydraModel model, LanguagePair pair) throws Exception {
        return model.translate(
                pair.from(),
                pair.to(),
                "One day",
                model.manifest().templates().getFirst(),
                GenerationOptions.greedy(8),
                TranslationListener.none(),
                Progress.none());
    }

    @Test
    void theFolderIsLaidOutAsTheAuthorsDo() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        Path published = folder.resolve("published");
        PublishedLayout.write(hydra, PAIR, DType.BF16, published, Progress.none());
        JsonObject config = JsonParser.parseString(Files.readString(published.resolve("config.json"))).getAsJsonObject();
        int kabyle;
        try (SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(hydra, KABYLE))) {
            kabyle = Math.toIntExact(tables.info("input").rows());
        }
        assertThat(config.get("architectures").toString()).isEqualTo("[\"LlamaHydraForCausalLM\"]");
        assertThat(config.get("model_type").getAsString()).isEqualTo("llama_hydra");
        assertThat(config.get("vocab_size").getAsInt()).isEqualTo(kabyle);
        assertThat(config.get("output_vocab_size").getAsInt()).isEqualTo(kabyle);
        assertThat(config.get("input_vocab_size").getAsInt()).isEqualTo(kabyle + 512);
        assertThat(config.get("tie_word_embeddings").getAsBoolean()).isFalse();
        try (ModelWeights weights = ModelWeights.open(published);
                SafetensorsFile english = SafetensorsFile.open(HydraManifest.tables(hydra, ENGLISH))) {
            assertThat(weights.info("model.embed_tokens.weight").shape()).containsExactly(kabyle + 512, 64);
            assertThat(weights.info("lm_head.weight").shape()).containsExactly(kabyle, 64);
            assertThat(weights.info("lm_head.weight").dtype()).isEqualTo(DType.BF16);
            float[] row = new float[64];
            float[] exact = new float[64];
            weights.floats("model.embed_tokens.weight", kabyle + 77, 1, row);
            english.floats("input", 77, 1, exact);
            for (int k = 0; k < 64; k++) {
                assertThat(row[k]).isCloseTo(exact[k], within(Math.abs(exact[k]) / 256));
            }
        }
        assertThat(published.resolve("tokenizer.json")).hasSameBinaryContentAs(hydra.resolve("heads/kab/tokenizer.json"));
        assertThat(published.resolve("source_tokenizer/tokenizer.json")).hasSameBinaryContentAs(hydra.resolve("heads/en/tokenizer.json"));
    }

    @Test
    void whatIsNoPublishedHydraIsRefusedInOneSentence() throws Exception {
        Path hydra = SmallModels.hydra(folder);
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> PublishedLayout.read(TestModels.stories(), PAIR, TestModels.stories(), out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("input_vocab_size above its vocab_size");
        Path published = folder.resolve("published");
        PublishedLayout.write(hydra, PAIR, DType.F32, published, Progress.none());
        Path config = published.resolve("config.json");
        String text = Files.readString(config);
        Files.writeString(config, text.replaceFirst("\"input_vocab_size\": \\d+", "\"input_vocab_size\": 900"));
        assertThatThrownBy(() -> PublishedLayout.read(published, PAIR, null, out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("by config.json they have 900 and");
        Files.writeString(config, text.replaceFirst("\"input_vocab_size\": \\d+", "\"input_vocab_size\": 0.5"));
        assertThatThrownBy(() -> PublishedLayout.read(published, PAIR, null, out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(config + ": ")
                .hasMessageContaining("0.5");
        Folders.delete(published.resolve("source_tokenizer"));
        assertThatThrownBy(() -> PublishedLayout.read(published, PAIR, null, out, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--source-tokenizer");
        assertThat(out).doesNotExist();
        SmallModels.onlyReads(hydra, ENGLISH);
        assertThatThrownBy(() -> PublishedLayout.write(hydra, PAIR.reversed(), DType.F32, out, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot write it");
    }
}
