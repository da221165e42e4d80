package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands generate, train and eval perplexity on stories260K. */
class ModelCommandsTest {

    private static final String MODEL = TestModels.stories().toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
    }

    /** The text is what transformers' greedy search writes after the same prompt. */
    @Test
    void generateContinuesAText() {
        assertThat(run("generate", "--model", MODEL, "--prompt", "Once upon a time", "--max-tokens", "20", "--threads", "1"))
                .isZero();
        assertThat(out.toString()).isEqualTo(", there was a little girl named Lily. She loved to play outsid" + System.lineSeparator());
    }

    /** Two of different lengths, read together, are as each alone; a line each, in order. */
    @Test
    void generateAnswersSeveralPromptsInTheirOrder() throws IOException {
        Path prompts = Files.writeString(folder.resolve("prompts.txt"), "Once upon a time\nLily\n");
        StringBuilder alone = new StringBuilder();
        for (String prompt : List.of("Once upon a time", "Lily")) {
            assertThat(run("generate", "--model", MODEL, "--prompt", prompt, "--max-tokens", "20", "--threads", "1")).isZero();
            alone.append(out.toString().stripTrailing().replace("\n", "\\n")).append(System.lineSeparator());
            out.getBuffer().setLength(0);
        }
        for (String batch : List.of("1", "2")) {
            assertThat(run("generate", "--model", MODEL, "--prompts", prompts.toString(), "--batch", batch, "--max-tokens", "20", "--threads", "1"))
                    .isZero();
            assertThat(out.toString()).as("batch %s", batch).isEqualTo(alone.toString());
            out.getBuffer().setLength(0);
        }
    }

    @Test
    void generateEndsAtAStopText() {
        assertThat(run("generate", "--model", MODEL, "--prompt", "Once upon a time", "--max-tokens", "20", "--stop", " named", "--threads", "1"))
                .isZero();
        assertThat(out.toString()).isEqualTo(", there was a little girl" + System.lineSeparator());
        assertThat(run("generate", "--model", MODEL, "--prompt", "x", "--max-tokens", "2", "--stop", "")).isEqualTo(2);
    }

    @Test
    void generateTellsHowLikelyItsTokensWere() {
        assertThat(run("generate", "--model", MODEL, "--prompt", "Once upon a time", "--max-tokens", "3", "--json", "--likeliest", "2", "--threads", "1"))
                .isZero();
        JsonObject answer = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(answer.get("ending").getAsString()).isEqualTo("length");
        double sum = 0;
        for (var each : answer.getAsJsonArray("tokens")) {
            JsonObject token = each.getAsJsonObject();
            assertThat(token.getAsJsonArray("likeliest")).hasSize(2);
            // What is taken greedily was the likeliest.
            assertThat(token.getAsJsonArray("likeliest").get(0).getAsJsonObject().get("id")).isEqualTo(token.get("id"));
            sum += Math.log(token.get("probability").getAsDouble());
        }
        assertThat(answer.get("log_probability").getAsDouble()).isCloseTo(sum, within(1e-6));
    }

    private Path withTemplate(String template) throws IOException {
        Path model = Files.createDirectory(folder.resolve("chatting"));
        try (Stream<Path> files = Files.list(Path.of(MODEL))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        Files.writeString(model.resolve("tokenizer_config.json"), "{\"bos_token\": \"<s>\", \"eos_token\": \"</s>\"}");
        Files.writeString(model.resolve("chat_template.jinja"), template);
        return model;
    }

    /** A template that writes nothing but the messages asks what the plain prompt asks. */
    @Test
    void generateSpellsAConversationOut() throws IOException {
        String model = withTemplate("{{ bos_token }}{% for m in messages %}{{ m['content'] }}{% endfor %}").toString();
        String expected = ", there was a little girl named Lily. She loved to play outsid" + System.lineSeparator();
        assertThat(run("generate", "--model", model, "--chat", "--system", "Once upon", "--prompt", " a time", "--max-tokens", "20", "--threads", "1"))
                .as(err::toString)
                .isZero();
        assertThat(out.toString()).isEqualTo(expected);
        out.getBuffer().setLength(0);
        Path messages = Files.writeString(folder.resolve("messages.json"), "[{\"role\": \"user\", \"content\": \"Once upon a time\"}]");
        assertThat(run("generate", "--model", model, "--messages", messages.toString(), "--max-tokens", "20", "--threads", "1")).isZero();
        assertThat(out.toString()).isEqualTo(expected);
    }

    @Test
    void generateRefusesAChatWhereThereIsNoTemplate() {
        assertThat(run("generate", "--model", MODEL, "--chat", "--prompt", "Hello", "--max-tokens", "1", "--threads", "1")).isEqualTo(3);
        assertThat(err.toString()).contains("has no chat template");
        assertThat(run("generate", "--model", MODEL, "--system", "Be kind", "--prompt", "Hello", "--max-tokens", "1")).isEqualTo(2);
    }

    @Test
    void generateRefusesANegativeTemperature() {
        assertThat(run("generate", "--model", MODEL, "--prompt", "x", "--max-tokens", "1", "--temperature", "-1")).isEqualTo(2);
    }

    @Test
    void generateNeedsAModelThatIsThere() {
        assertThat(run("generate", "--model", folder.toString(), "--prompt", "x", "--max-tokens", "1")).isEqualTo(3);
        assertThat(err.toString()).contains(folder.toString());
    }

    @Test
    void perplexityPrintsTheKeysAndTheirRelations() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "Once upon a time\nthere was a caf\u00e9.\n");
        assertThat(run("eval", "perplexity", "--model", MODEL, "--text", text.toString(), "--json", "--threads", "1")).isZero();
        JsonObject scores = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(scores.keySet())
                .containsExactly(
                        "nll_total", "tokens", "lines", "words", "characters", "bytes", "bits_per_byte",
                        "nats_per_character", "perplexity_per_word", "perplexity_native");
        double nll = scores.get("nll_total").getAsDouble();
        assertThat(scores.get("lines").getAsLong()).isEqualTo(2);
        assertThat(scores.get("words").getAsLong()).isEqualTo(8);
        assertThat(scores.get("characters").getAsLong()).isEqualTo(33);
        assertThat(scores.get("bytes").getAsLong()).isEqualTo(34);
        assertThat(scores.get("bits_per_byte").getAsDouble()).isCloseTo(nll / Math.log(2) / 34, within(1e-9));
        assertThat(scores.get("perplexity_native").getAsDouble())
                .isCloseTo(Math.exp(nll / scores.get("tokens").getAsLong()), within(1e-6));
    }

    @Test
    void trainWritesMetricsAndAModelThatGenerates() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "A cat sat. A dog ran.\n".repeat(30));
        Path metrics = folder.resolve("metrics.jsonl");
        Path model = folder.resolve("out");
        assertThat(run(
                        "train", "--model", MODEL, "--text", text.toString(), "--plan", "outer-layers", "--steps", "3", "--batch", "2",
                        "--length", "16", "--lr", "1e-3", "--threads", "1", "--metrics", metrics.toString(), "--out", model.toString()))
                .isZero();
        List<String> lines = Files.readAllLines(metrics);
        assertThat(lines).hasSize(3).allMatch(line -> Metrics.parse(line).isPresent());
        assertThat(run("generate", "--model", model.toString(), "--prompt", "A", "--max-tokens", "3", "--threads", "1")).isZero();
    }

    @Test
    void aRunThatCannotBeginLeavesNothingThatASecondTryStumblesOver() {
        Path place = folder.resolve("out");
        assertThat(run(
                        "train", "--model", MODEL, "--text", folder.resolve("absent").toString(), "--plan", "full", "--steps", "1",
                        "--batch", "1", "--length", "8", "--lr", "1e-3", "--threads", "1", "--out", place.toString()))
                .isEqualTo(3);
        assertThat(place).doesNotExist();
    }

    @Test
    void resumingNeedsARunAndTheModelThatItWasBegunWith() throws Exception {
        Path text = Files.writeString(folder.resolve("text.txt"), "A cat sat. A dog ran.\n".repeat(30));
        Path place = folder.resolve("run");
        String[] train = {
            "train", "--model", MODEL, "--text", text.toString(), "--plan", "embeddings", "--steps", "1", "--batch", "1",
            "--length", "8", "--lr", "1e-3", "--threads", "1", "--out", place.toString()
        };
        String[] resume = Stream.concat(Stream.of(train), Stream.of("--resume")).toArray(String[]::new);
        assertThat(run(resume)).isEqualTo(2);
        assertThat(err.toString()).contains("--resume: there is no training run in " + place + " to go on with; leave it out to begin one.");
        assertThat(place).doesNotExist();
        assertThat(run(train)).isZero();
        assertThat(run(resume)).isZero();
        resume[2] = SmallModels.untiedStories(folder.resolve("other")).toString();
        assertThat(run(resume)).isEqualTo(2);
        assertThat(err.toString()).contains("was begun with another model than " + resume[2]);
        Path latest = place.resolve("checkpoints/latest");
        Files.writeString(latest, "step-00000001\0");
        assertThat(run(resume)).isEqualTo(3);
        assertThat(err.toString()).contains(latest + ": does not name a checkpoint");
    }

    @Test
    void trainRefusesAnUnknownPlan() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "A cat.\n");
        assertThat(run(
                        "train", "--model", MODEL, "--text", text.toString(), "--plan", "half", "--steps", "3", "--batch", "2",
                        "--length", "16", "--lr", "1e-3", "--out", folder.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("outer-layers");
    }

    @Test
    void trainOnABitextNeedsAHydra() throws IOException {
        Path bitext = Files.writeString(folder.resolve("pairs.tsv"), "A cat.\tKato.\n");
        assertThat(run(
                        "train", "--model", MODEL, "--bitext", bitext.toString(), "--plan", "full", "--steps", "3", "--batch", "2",
                        "--length", "16", "--lr", "1e-3", "--out", folder.resolve("out").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("is no Hydra");
    }

    /** The rate changes no weight, so that nothing gets better. */
    @Test
    void trainWithPatienceEndsEarlyAndSaysWhatItKept() throws Exception {
        Path text = Files.writeString(folder.resolve("text.txt"), "A cat sat. A dog ran.\n".repeat(30));
        assertThat(run(
                        "train", "--model", MODEL, "--text", text.toString(), "--plan", "embeddings", "--steps", "20", "--batch", "1",
                        "--length", "8", "--lr", "1e-30", "--weight-decay", "0", "--threads", "1", "--eval-text", text.toString(), "--eval-every", "2",
                        "--patience", "2", "--average", "5", "--out", folder.resolve("out").toString()))
                .isZero();
        assertThat(err.toString()).contains("Stopped after step 4: not better than at step 1 for 2 measurements; the model of step 1 is kept.");
        assertThat(folder.resolve("out/model.safetensors")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--patience 2 | --patience needs something to measure by: give --eval-text or --eval-bitext.",
        "--eval-bitext {} | --synthetic and --eval-bitext belong to --bitext.",
        "--eval-text {} --eval-bitext {} | mutually exclusive",
    })
    void trainRefusesWhatItCannotMeasureBy(String options, String told) throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "A cat.\n");
        String line = "train --model " + MODEL + " --text " + text + " --plan full --steps 1 --batch 1 --length 8 --lr 1e-3 --out "
                + folder.resolve("out") + " " + options.replace("{}", text.toString());
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }
}
