package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.hydraworkbench.testing.TinyTokenizers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hydra align}, {@code hydra map}, {@code hydra eval alignment}. */
class AlignAndMapCommandsTest {

    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    @BeforeEach
    void tokenizers() throws Exception {
        TinyTokenizers.sentencePiece(folder.resolve("s"), Map.of("unk", "<unk>"), List.of("▁house", "▁book", "s", "."))
                .close();
        TinyTokenizers.sentencePiece(folder.resolve("t"), Map.of("unk", "<unk>"), List.of("▁axxam", "▁adlis", "en", "."))
                .close();
    }

    @Test
    void everyPairHasALineAlsoWithAnEmptySide() throws IOException {
        write("b.tsv", "house\taxxam\n\tadlis\nhouse book\taxxam adlis\nbook\tadlis\n");
        assertThat(hydra("align", "--bitext", path("b.tsv"), "--out", path("links"), "--scores", path("scores"))).isZero();
        assertThat(read("links")).isEqualTo("0-0\n\n0-0 1-1\n0-0\n");
        assertThat(read("scores").lines()).hasSize(4).allMatch(line -> line.matches("[023]\t[01]\t[01]\t[01]\\.[0-9E-]+"));
        assertThat(out).contains("4 pairs").contains("1 with an empty side");
    }

    @Test
    void barsAndGzipAreReadToo() throws IOException {
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.gz")))) {
            zip.write("the house ||| axxam\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(hydra("align", "--bitext", path("b.gz"), "--symmetrization", "union", "--out", path("links"))).isZero();
        assertThat(read("links").lines()).hasSize(1);
    }

    @Test
    void barsThatTouchAWordAreBadInputWithTheLine() throws IOException {
        write("b.txt", "house ||| axxam\nhouse|||axxam\n");
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("links"))).isEqualTo(3);
        assertThat(err).contains("b.txt:2:");
        assertThat(folder.resolve("links")).doesNotExist();
    }

    @Test
    void wrongOptionsAreWrongUse() throws IOException {
        write("b.tsv", "house\taxxam\n");
        String[] base = {"align", "--bitext", path("b.tsv"), "--out", path("links")};
        assertThat(hydra(with(base, "--symmetrization", "gdfa"))).isEqualTo(2);
        assertThat(err).contains("grow-diag-final-and");
        assertThat(hydra(with(base, "--model", "ibm4"))).isEqualTo(2);
        assertThat(hydra(with(base, "--unit", "unit"))).isEqualTo(2);
        assertThat(hydra(with(base, "--unit", "letter"))).isEqualTo(2);
        assertThat(hydra(with(base, "--source-tokenizer", path("s")))).isEqualTo(2);
        assertThat(hydra(with(base, "--threads", "0"))).isEqualTo(2);
        assertThat(hydra("align", "--out", path("links"))).isEqualTo(2);
    }

    @Test
    void aMissingFileIsBadInput() {
        assertThat(hydra("align", "--bitext", path("none.tsv"), "--out", path("links"))).isEqualTo(3);
        assertThat(err).contains("none.tsv");
    }

    @Test
    void withTokenizersTheUnitsAreTokensOfAWordTogether() throws IOException {
        write("b.tsv", "houses.\taxxamen.\nbook.\tadlis.\nbook\tadlis\nhouses\taxxamen\n");
        assertThat(hydra(with(tokenizers("align"), "--out", path("links"), "--symmetrization", "intersect"))).isZero();
        assertThat(read("links")).isEqualTo("0-0 1-1\n0-0 1-1\n0-0\n0-0\n");
    }

    @Test
    void anAlignmentFileDecidesTheMapping() throws IOException {
        write("b.tsv", "house book\taxxam adlis\n");
        write("links", "0-1 1-0\n");
        assertThat(hydra(with(tokenizers("map"), "--alignment", path("links"), "--out", path("m.json"),
                        "--counts", path("c.json"))))
                .isZero();
        assertThat(read("m.json")).contains("[\"▁adlis\",[[\"▁house\",1.0]]]").contains("[\"▁axxam\",[[\"▁book\",1.0]]]");
        assertThat(read("c.json")).contains("\"▁adlis\":{\"▁house\":1}");
        assertThat(out).contains("2 from links");
    }

    @Test
    void scoresWeighTheLinksOfAnAlignmentFile() throws IOException {
        write("b.tsv", "house\taxxam\nbook\taxxam\n");
        write("links", "0-0\n0-0\n");
        write("scores", "0\t0\t0\t0.75\n1\t0\t0\t0.25\n");
        assertThat(hydra(with(tokenizers("map"), "--alignment", path("links"), "--scores", path("scores"),
                        "--out", path("m.json"))))
                .isZero();
        assertThat(read("m.json")).contains("[\"▁axxam\",[[\"▁house\",0.75],[\"▁book\",0.25]]]");
    }

    @Test
    void withoutAnAlignmentFileTheBitextIsAligned() throws IOException {
        write("b.tsv", "house\taxxam\nhouse book\taxxam adlis\nbook\tadlis\n");
        assertThat(hydra(with(tokenizers("map"), "--out", path("m.json")))).isZero();
        assertThat(read("m.json")).contains("[\"▁axxam\",[[\"▁house\"").contains("[\"▁adlis\",[[\"▁book\"");
    }

    @Test
    void anIndexBeyondAPairIsBadInputWithFileLineAndPair() throws IOException {
        write("b.tsv", "house\taxxam\nbook\tadlis\n");
        write("links", "0-0\n0-1\n");
        assertThat(hydra(with(tokenizers("map"), "--alignment", path("links"), "--out", path("m.json")))).isEqualTo(3);
        assertThat(err).contains("links:2:").contains("pair 1").contains("target side");
        assertThat(folder.resolve("m.json")).doesNotExist();
    }

    @Test
    void anAlignmentOfAnotherLengthIsBadInput() throws IOException {
        write("b.tsv", "house\taxxam\nbook\tadlis\n");
        write("links", "0-0\n");
        String[] map = with(tokenizers("map"), "--alignment", path("links"), "--out", path("m.json"));
        assertThat(hydra(map)).isEqualTo(3);
        write("links", "0-0\n0-0\n0-0\n");
        assertThat(hydra(map)).isEqualTo(3);
        assertThat(err).contains("only 2 pairs");
    }

    @Test
    void theReferenceMethodKeepsItsRules() throws IOException {
        write("b.tsv", "house\taxxam\n".repeat(40));
        String[] reference = with(tokenizers("map"), "--method", "reference", "--out", path("m.json"), "--counts", path("c.json"));
        assertThat(hydra(reference)).isZero();
        // NULL explains a word that is always there just as well, and gets half of the 40
        assertThat(read("c.json")).contains("\"▁axxam\":{\"▁house\":20}");
        assertThat(hydra(with(reference, "--min-count", "21"))).isZero();
        assertThat(read("c.json")).doesNotContain("▁axxam");
        assertThat(hydra(with(reference, "--min-count", "0"))).isEqualTo(2);
        assertThat(hydra(with(reference, "--min-count", "2.5"))).isEqualTo(2);
        assertThat(hydra(with(reference, "--alignment", path("b.tsv")))).isEqualTo(2);
    }

    @Test
    void anUnknownMethodOrScoresAloneAreWrongUse() throws IOException {
        write("b.tsv", "house\taxxam\n");
        assertThat(hydra(with(tokenizers("map"), "--method", "best", "--out", path("m.json")))).isEqualTo(2);
        assertThat(hydra(with(tokenizers("map"), "--scores", path("b.tsv"), "--out", path("m.json")))).isEqualTo(2);
    }

    @Test
    void alignmentErrorRateIsPrintedAsJson() throws IOException {
        write("gold", "0-0 1-1 2p1\n0-0 1p0\n");
        write("hyp", "0-0 2-1 2-2\n1-0\n5-5\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--json")).isZero();
        JsonObject json = JsonParser.parseString(out).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("precision", "recall", "f1", "aer");
        assertThat(json.get("aer").getAsDouble()).isCloseTo(1 - 4 / 7.0, within(1e-12));
        assertThat(err).contains("first 2 of 3 lines");
    }

    @Test
    void fewerLinesThanGoldAreBadInput() throws IOException {
        write("gold", "0-0\n0-0\n");
        write("hyp", "0-0\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"))).isEqualTo(3);
        write("hyp", "0-0\nzero\n");
        assertThat(hydra("eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"))).isEqualTo(3);
        assertThat(err).contains("hyp:2:");
    }

    private String[] tokenizers(String command) {
        return new String[] {
            command, "--bitext", path("b.tsv"), "--source-tokenizer", path("s"), "--target-tokenizer", path("t")
        };
    }

    private static String[] with(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private int hydra(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = Main.commandLine(new PrintWriter(outText, true), new PrintWriter(errText, true)).execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
