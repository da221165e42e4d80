package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.ModelWeights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command adapter, and the plans that make adapters, as a person types them. */
class AdapterCommandTest extends CommandTest {

    private String stories = "";

    @BeforeEach
    void text() throws Exception {
        stories = TestModels.stories().toString();
        Files.writeString(folder.resolve("text"), "Once upon a time, there was a little girl named Lily.\nShe liked to play outside in the park.\n");
    }

    private String[] train(String plan, String... more) {
        return with(
                new String[] {"train", "--model", stories, "--text", path("text"), "--plan", plan, "--steps", "2", "--batch", "1", "--length", "16", "--lr", "1e-2",
                    "--threads", "1", "--out", path("tuned")},
                more);
    }

    @Test
    void whatIsLearntBesideAModelIsMergedAndTakenAwayAgain() throws Exception {
        assertThat(hydra(train("lora", "--lora-rank", "4"))).as(err).isZero();
        assertThat(hydra("adapter", "merge", "--model", stories, "--adapter", path("tuned/adapter"), "--out", path("merged"))).as(err).isZero();
        assertThat(hydra("adapter", "unmerge", "--model", path("merged"), "--adapter", path("tuned/adapter"), "--out", path("before"))).as(err).isZero();
        assertThat(hydra("generate", "--model", path("merged"), "--prompt", "Once", "--max-tokens", "3")).as(err).isZero();
        String name = "model.layers.1.mlp.down_proj.weight";
        try (ModelWeights base = ModelWeights.open(TestModels.stories());
                ModelWeights tuned = ModelWeights.open(folder.resolve("tuned"));
                ModelWeights merged = ModelWeights.open(folder.resolve("merged"));
                ModelWeights before = ModelWeights.open(folder.resolve("before"))) {
            assertThat(merged.floats(name)).isEqualTo(tuned.floats(name)).isNotEqualTo(base.floats(name));
            assertThat(before.floats(name)).usingComparatorWithPrecision(1e-6f).containsExactly(base.floats(name));
        }
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidInOneSentence() {
        assertThat(hydra("adapter")).isEqualTo(2);
        assertThat(err).contains("merge or unmerge");
        assertThat(hydra("adapter", "merge", "--model", stories, "--adapter", stories, "--out", path("merged"))).isEqualTo(3);
        assertThat(err).contains("adapter_config.json");
        assertThat(folder.resolve("merged")).doesNotExist();
        assertThat(hydra(train("named"))).isEqualTo(2);
        assertThat(err).contains("--train-names and --plan named belong together");
        assertThat(hydra(train("full", "--train-names", "*"))).isEqualTo(2);
        assertThat(hydra(train("lora", "--lora-rank", "0"))).isEqualTo(2);
        assertThat(err).contains("--lora-rank 0: give a number from 1");
        assertThat(hydra(train("adapters"))).isEqualTo(2);
        assertThat(err).contains("embeddings, outer-layers, full, staged, lora, dora or named");
        assertThat(hydra(train("named", "--train-names", "nothing.of.this"))).isEqualTo(2);
        assertThat(err).contains("nothing.of.this");
    }
}
