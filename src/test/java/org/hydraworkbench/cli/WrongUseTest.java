package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUseTest {

    @TempDir
    Path folder;

    private record Run(int code, String err) {}

    private static Run run(Object... arguments) {
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err)).execute(words);
        return new Run(code, err.toString());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void argumentsThatCannotBeUnderstoodGetASentenceNotTheWholeHelp() {
        Run run = run("align", "--threads", "many");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).startsWith("hydra: ").contains("many", "Try: hydra align --help");
    }

    @Test
    void anUnknownPlanOfTrainingIsToldWithoutClassNames() {
        Run run = run("train", "--model", "m", "--text", "t", "--plan", "all", "--steps", 1, "--batch", 1, "--length", 8,
                "--lr", 1, "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("embeddings, outer-layers, full, staged, lora, dora or named").doesNotContain("org.hydraworkbench");
    }

    @Test
    void aNumberThatNoTrainingCanHaveIsToldInASentence() {
        assertThat(train("NaN", "0", "0")).contains("hydra: Invalid value for option '--lr': 'NaN' is not a number.");
        assertThat(train("1e-3", "NaN", "0")).contains("'--weight-decay'");
        assertThat(train("0", "0", "0")).contains("hydra: --lr 0: give a number above 0 and at most 1,000.");
        assertThat(train("1e-3", "-1", "0")).contains("hydra: --weight-decay -1: give a number from 0 to 1,000.");
        assertThat(train("1e-3", "0", "30")).contains("hydra: The warm-up must not be longer than the run of 5 steps.");
    }

    private String train(String rate, String decay, String warmup) {
        Run run = run("train", "--model", "m", "--text", "t", "--plan", "full", "--steps", 5, "--batch", 1, "--length", 8,
                "--lr", rate, "--weight-decay", decay, "--warmup", warmup, "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(2);
        return run.err();
    }

    @Test
    void anOutputNeverReplacesAnInput() throws Exception {
        Path bitext = write("b.tsv", "a b\tc d\n");
        assertThat(run("align", "--bitext", bitext, "--out", folder.resolve("x/../b.tsv")).code()).isEqualTo(2);
        assertThat(bitext).hasContent("a b\tc d\n");
    }

    @Test
    void twoOutputsNeverShareAFile() throws Exception {
        Path bitext = write("b.tsv", "a b\tc d\n");
        Path out = folder.resolve("links");
        assertThat(run("align", "--bitext", bitext, "--out", out, "--scores", out).code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void anEmptyBitextIsBadInput() throws Exception {
        Path out = folder.resolve("links");
        Run run = run("align", "--bitext", write("empty.tsv", ""), "--out", out);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("empty.tsv: is empty");
        assertThat(out).doesNotExist();
    }

    @Test
    void aTrainedTokenizerNeverReplacesWhatAFolderHolds() throws Exception {
        Path model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve("tokenizer.json"), "precious");
        Run run = run("tokenizer", "train", "--text", write("t", "azul azul\n"), "--vocab-size", 270, "--out", model);
        assertThat(run.code()).isEqualTo(2);
        assertThat(model.resolve("tokenizer.json")).hasContent("precious");
    }

    @Test
    void textThatIsNotUtf8IsNamedByItsLine() throws Exception {
        Path text = folder.resolve("t");
        Files.write(text, new byte[] {'a', '\n', 'b', (byte) 0xff, '\n'});
        Run run = run("tokenizer", "train", "--text", text, "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(text + ":2:");
    }
}
