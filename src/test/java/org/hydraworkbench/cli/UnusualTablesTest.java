package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are not as the configuration or the tokenizer has one expect, through the commands. */
class UnusualTablesTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private Run run(List<?> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments.stream().map(String::valueOf).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private Run run(Object... arguments) {
        return run(List.of(arguments));
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<Object> with(String command, Path model, String word) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        switch (command) {
            case "generate" -> arguments.addAll(List.of("--model", model, "--prompt", "A " + word, "--max-tokens", 3));
            case "eval perplexity" -> arguments.addAll(List.of("--model", model, "--text", write("text", "A " + word + "\n")));
            case "eval analogies" ->
                arguments.addAll(List.of("--model", model, "--questions", write("questions", "boy boys " + word + " " + word + "s\n")));
            case "train" -> arguments.addAll(List.of(
                    "--model", model, "--text", write("text", ("A " + word + " ran.\n").repeat(20)), "--plan", "embeddings", "--steps", 1,
                    "--batch", 1, "--length", 16, "--lr", "1e-3", "--out", folder.resolve("out-" + word)));
            case "translate" -> arguments.addAll(List.of(
                    "--model", hydra(model), "--from", "en", "--to", "kab", "--in", write("text", "A " + word + "\n"), "--max-tokens", 3,
                    "--out", folder.resolve("out-" + word)));
            default -> throw new IllegalArgumentException(command);
        }
        arguments.addAll(List.of("--threads", 1));
        return arguments;
    }

    private Path hydra(Path model) {
        Path hydra = folder.resolve("hydra");
        if (Files.notExists(hydra)) {
            assertThat(run("assemble", "--source", model, "--source-lang", "en", "--target", model, "--target-lang", "kab", "--out", hydra).code())
                    .isZero();
        }
        return hydra;
    }

    /** Every command that turns a text into rows of a table. */
    @ParameterizedTest
    @ValueSource(strings = {"generate", "eval perplexity", "eval analogies", "train", "translate"})
    void aTokenBeyondTheTableIsNamedAndTextsWithoutItWork(String command) throws Exception {
        Path model = SmallModels.storiesWithTokenBeyond(folder.resolve("model"), "Zork");
        Run refused = run(with(command, model, "Zork"));
        assertThat(refused.code()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err()).containsPattern("\"Zork\".* number 512.* only 512 rows");
        Run fine = run(with(command, model, "dog"));
        assertThat(fine.code()).as(fine.err()).isZero();
    }

    /** A head of its own, twice the input table, though the configuration says that the two are one. */
    private Path tiedInVain() throws Exception {
        Path model = SmallModels.untiedStories(folder.resolve("model"));
        JsonObject config = Json.readObject(model.resolve("config.json"));
        config.addProperty("tie_word_embeddings", true);
        Json.write(model.resolve("config.json"), config);
        return model;
    }

    private static void assertBothTables(Path model) throws Exception {
        assertThat(Json.readObject(model.resolve("config.json")).get("tie_word_embeddings").getAsBoolean()).isFalse();
        try (ModelWeights weights = ModelWeights.open(model)) {
            float[] input = weights.floats(TableNames.INPUT);
            assertThat(weights.floats(TableNames.HEAD)[70]).isEqualTo(2 * input[70], org.assertj.core.api.Assertions.within(.01f));
        }
    }

    private String generated(Path model) {
        return run("generate", "--model", model, "--prompt", "Once upon a time", "--max-tokens", 12, "--threads", 1).out();
    }

    @Test
    void twoTablesThatTheConfigurationTiesInVainAreKeptByEveryStep() throws Exception {
        Path model = tiedInVain();
        String text = generated(model);
        Path made = folder.resolve("transferred");
        Run init = run("init", "--model", model, "--tokenizer", model, "--method", "copy-overlap", "--out", made);
        assertThat(init.err()).contains("both are kept");
        assertBothTables(made);
        assertThat(generated(made)).isEqualTo(text);

        Path trained = folder.resolve("trained");
        Run train = run(
                "train", "--model", model, "--text", write("text", "A dog ran.\n".repeat(20)), "--plan", "embeddings", "--steps", 1, "--batch", 1,
                "--length", 16, "--lr", "1e-6", "--threads", 1, "--out", trained);
        assertThat(train.err()).contains("both are kept");
        assertBothTables(trained);

        Path hydra = folder.resolve("hydra");
        Run assemble = run(
                "assemble", "--source", TestModels.stories(), "--source-lang", "en", "--target", model, "--target-lang", "kab", "--out", hydra);
        assertThat(assemble.err()).contains("both are kept");
        assertBothTables(hydra.resolve("body"));
        for (String type : List.of("float32", "bfloat16")) {
            Path exported = folder.resolve(type);
            assertThat(run("export", "--model", hydra, "--lang", "kab", "--dtype", type, "--out", exported).code()).isZero();
            assertBothTables(exported);
            Path converted = folder.resolve("whole-" + type);
            assertThat(run("export", "--model", hydra, "--dtype", type, "--out", converted).code()).isZero();
            assertBothTables(converted.resolve("body"));
        }
        assertThat(generated(folder.resolve("float32"))).isEqualTo(text);
    }

    @Test
    void numbersThatATypeCannotHoldAreCountedWhenAModelIsWritten() throws Exception {
        Path model = SmallModels.untiedStories(folder.resolve("model"));
        SmallModels.setLast(model, "model.norm.weight", 70_000);
        Path hydra = folder.resolve("hydra");
        run("assemble", "--source", TestModels.stories(), "--source-lang", "en", "--target", model, "--target-lang", "kab", "--out", hydra);
        for (List<String> what : List.of(List.of("--lang", "kab"), List.<String>of())) {
            Path out = folder.resolve("half" + what.size());
            List<Object> arguments = new ArrayList<>(List.of("export", "--model", hydra, "--dtype", "float16", "--out", out));
            arguments.addAll(what);
            Run half = run(arguments);
            assertThat(half.code()).isEqualTo(3);
            assertThat(half.err()).contains("The tensor model.norm.weight has 1 numbers that are too large for float16");
            assertThat(out).doesNotExist();
        }
        assertThat(run("export", "--model", hydra, "--lang", "kab", "--dtype", "bfloat16", "--out", folder.resolve("short")).code())
                .as("bfloat16 rounds").isZero();
    }

    @Test
    void aModelKeepsWhatEndsItsAnswersWhenItIsTrainedAndGetsItsOwnWithANewVocabulary() throws Exception {
        Path model = folder.resolve("model");
        org.hydraworkbench.base.Folders.copy(TestModels.stories(), model, org.hydraworkbench.base.Progress.none());
        Json.write(model.resolve("generation_config.json"), Json.parseObject(
                "{\"eos_token_id\": [2, 426], \"bos_token_id\": 1, \"temperature\": 0.6, \"suppress_tokens\": [5], \"forced_eos_token_id\": 2}"));
        String text = generated(model);
        Path trained = folder.resolve("trained");
        run("train", "--model", model, "--text", write("text", "A dog ran.\n".repeat(20)), "--plan", "embeddings", "--steps", 1, "--batch", 1,
                "--length", 16, "--lr", "1e-9", "--threads", 1, "--out", trained);
        assertThat(Json.readObject(trained.resolve("generation_config.json")))
                .isEqualTo(Json.readObject(model.resolve("generation_config.json")));
        assertThat(generated(trained)).isEqualTo(text);

        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        Path made = folder.resolve("made");
        assertThat(run("init", "--model", model, "--tokenizer", tokenizer, "--method", "mean", "--out", made).code()).isZero();
        JsonObject generation = Json.readObject(made.resolve("generation_config.json"));
        assertThat(generation).isEqualTo(Json.parseObject("{\"eos_token_id\": 2, \"bos_token_id\": 1, \"temperature\": 0.6, \"pad_token_id\": 3}"));
        assertThat(Json.readObject(made.resolve("config.json")).get("eos_token_id").getAsInt()).isEqualTo(2);
    }
}
