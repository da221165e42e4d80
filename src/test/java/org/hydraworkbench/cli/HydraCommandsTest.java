package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands init, assemble, export, translate and eval mt, as a person types them. */
class HydraCommandsTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
        return new Run(code, out.toString(), err.toString());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void fromAModelAndATokenizerToATranslatedFile() throws Exception {
        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        Path target = folder.resolve("target");
        Path hydra = folder.resolve("hydra");
        Run init = run("init", "--model", TestModels.stories(), "--tokenizer", tokenizer, "--method", "random", "--seed", 3,
                "--out", target);
        assertThat(init.code()).as(init.err()).isZero();
        Run assemble = run("assemble", "--source", TestModels.stories(), "--source-lang", "en", "--target", target,
                "--target-lang", "kab", "--out", hydra);
        assertThat(assemble.code()).as(assemble.err()).isZero();

        Path terms = write("terms", "day\tass amellal\n");
        Run term = run("translate", "--model", hydra, "--from", "en", "--to", "kab", "--text", "One day", "--glossary", terms, "--max-tokens", 30);
        assertThat(term.code()).as(term.err()).isZero();
        assertThat(term.out()).containsIgnoringCase("ass amellal");

        Path in = write("in", "One day\n\nTom is here.\n");
        Path out = folder.resolve("out");
        Run file = run("translate", "--model", hydra, "--from", "en", "--to", "kab", "--in", in, "--out", out,
                "--max-tokens", 8, "--beam", 2);
        assertThat(file.code()).as(file.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(3);
        assertThat(Files.readAllLines(out).get(1)).isEmpty();

        Run text = run("translate", "--model", hydra, "--from", "en", "--to", "kab", "--text", "One day", "--max-tokens", 4,
                "--json");
        JsonObject json = JsonParser.parseString(text.out()).getAsJsonObject();
        assertThat(json.getAsJsonArray("tokens").size()).isLessThanOrEqualTo(4);
        assertThat(json.get("log_probability").getAsDouble()).isNegative();
        assertThat(json.getAsJsonArray("prompt").get(0).getAsJsonObject().get("language").getAsString()).isEqualTo("en");

        Path english = folder.resolve("english");
        Run export = run("export", "--model", hydra, "--lang", "en", "--dtype", "bfloat16", "--out", english);
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(english.resolve("model.safetensors")).exists();
    }

    @Test
    void anUnknownMethodIsWrongUse() {
        Run run = run("init", "--model", TestModels.stories(), "--tokenizer", TestModels.stories(), "--method", "guess",
                "--out", folder.resolve("x"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("trans-tokenization, mean, random, copy-overlap");
    }

    @Test
    void aMappingOfOtherTokenizersIsBadInputThatNamesTheToken() throws Exception {
        Path tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        for (String[] pair : new String[][] {{"▁aẓẓẓ", "▁a", "target"}, {"▁a", "▁aẓẓẓ", "source"}}) {
            Path mapping = write("mapping.json", "[[\"" + pair[0] + "\",[[\"" + pair[1] + "\",1.0]]]]");
            Run run = run("init", "--model", TestModels.stories(), "--tokenizer", tokenizer, "--method", "trans-tokenization",
                    "--mapping", mapping, "--out", folder.resolve("x"));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains(mapping + ": the " + pair[2]
                    + " tokenizer has no token '▁aẓẓẓ'; was the mapping made for other tokenizers?");
            assertThat(folder.resolve("x")).doesNotExist();
        }
    }

    @Test
    void aMissingModelIsBadInput() {
        Run run = run("init", "--model", folder.resolve("nothing"), "--tokenizer", TestModels.stories(), "--method", "mean",
                "--out", folder.resolve("x"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("nothing");
    }

    @Test
    void aTranslationIsMeasured() throws Exception {
        Path hyp = write("hyp", "Azul fell-awen.\n");
        Path ref = write("ref", "Azul fell-awen.\n");
        Run run = run("eval", "mt", "--hyp", hyp, "--ref", ref, "--json");
        JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
        assertThat(json.get("chrf").getAsDouble()).isEqualTo(100);
        assertThat(json.get("chrf++").getAsDouble()).isEqualTo(100);
        assertThat(json.has("bleu")).isTrue();
        assertThat(json.getAsJsonObject("signatures").keySet()).containsExactly("chrf", "chrf++", "bleu");
    }

    @Test
    void nearAndFarSentencesAreScoredApart() throws Exception {
        Path hyp = write("hyp", "Azul fell-awen.\nTom.\n");
        Path ref = write("ref", "Azul fell-awen.\nTom yella dagi.\n");
        Path src = write("src", "Hello to you all.\nTom is here.\n");
        Path memory = write("memory.tsv", "Hello to you.\tAzul fell-ak.\n");
        Run run = run("eval", "mt", "--hyp", hyp, "--ref", ref, "--src", src, "--near-far", memory, "--json");
        JsonObject chrf = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("near_far").getAsJsonObject("chrf");
        assertThat(chrf.get("near").getAsInt()).isOne();
        assertThat(chrf.get("near_score").getAsDouble()).isEqualTo(100);
        assertThat(chrf.get("far").getAsInt()).isOne();
        assertThat(run("eval", "mt", "--hyp", hyp, "--ref", ref, "--src", src, "--near-far", memory).out()).contains("near 100.00 (1 lines)");
        assertThat(run("eval", "mt", "--hyp", hyp, "--ref", ref, "--near-far", memory).code()).isEqualTo(2);
        assertThat(run("eval", "mt", "--hyp", hyp, "--ref", ref, "--src", src).code()).isEqualTo(2);
    }

    @Test
    void whatWasExpectedIsComparedWithWhatWasAchieved() throws Exception {
        Path hyp = write("hyp", "Azul fell-awen.\n\nTom.\n");
        Path ref = write("ref", "Azul fell-awen.\n\nq\n");
        Path scores = write("scores.tsv", "line\tconfidence\tlog_probability\n1\t90.00\t-0.1\n3\t20.00\t-2\n");
        Run run = run("eval", "mt", "--hyp", hyp, "--ref", ref, "--confidences", scores, "--json");
        JsonObject table = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("confidence");
        assertThat(table.getAsJsonArray("bins")).hasSize(2);
        assertThat(table.get("calibration_error").getAsDouble()).isEqualTo((10 + 20) / 2.0);
        assertThat(run("eval", "mt", "--hyp", hyp, "--ref", ref, "--confidences", scores).out()).contains("calibration error 15.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\tconfidence\t\n", "a\n", "line\tconfidence\t\n9\t50\n", "line\tconfidence\t\n1\tNaN\n", "line\tconfidence\t\nx\n"})
    void aFileThatHoldsNoConfidencesIsBadInput(String content) throws Exception {
        Path text = write("text", "Azul.\n");
        Run run = run("eval", "mt", "--hyp", text, "--ref", text, "--confidences", write("scores.tsv", content));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("scores.tsv");
    }

    @Test
    void theDifferenceOfTwoTranslationsHasAnInterval() throws Exception {
        Path hyp = write("hyp", "Azul fell-awen.\nTom yella.\n");
        Path ref = write("ref", "Azul fell-awen.\nTom yella dagi.\n");
        Run run = run("eval", "mt", "--hyp", hyp, "--ref", ref, "--baseline", write("other", "Azul.\nTom.\n"), "--json");
        JsonObject chrf = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonObject("bootstrap").getAsJsonObject("chrf");
        assertThat(chrf.get("difference").getAsDouble())
                .isBetween(chrf.get("difference_low").getAsDouble(), chrf.get("difference_high").getAsDouble());
    }

    @Test
    void filesOfDifferentLengthAreBadInput() throws Exception {
        Run run = run("eval", "mt", "--hyp", write("hyp", "a\n"), "--ref", write("ref", "a\nb\n"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("has 1 lines");
    }
}
