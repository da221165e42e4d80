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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aHigherThresholdLeavesFewerLinks() throws IOException {
        write("b.tsv", "house book\taxxam adlis\nhouse\taxxam\nbook\tadlis\n");
        String[] command = {"align", "--bitext", path("b.tsv"), "--symmetrization", "threshold"};
        assertThat(hydra(with(command, "--threshold", "0", "--out", path("all")))).isZero();
        assertThat(hydra(with(command, "--threshold", "0.4", "--out", path("some")))).isZero();
        assertThat(hydra(with(command, "--threshold", "1", "--out", path("none")))).isZero();
        assertThat(read("all")).isEqualTo("0-0 0-1 1-0 1-1\n0-0\n0-0\n");
        assertThat(read("some")).isEqualTo("0-0 1-1\n0-0\n0-0\n");
        assertThat(read("none")).isEqualTo("\n\n\n");
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
        assertThat(hydra(with(base, "--threshold", "1.2"))).isEqualTo(2);
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
        assertThat(json.keySet()).containsExactly("aer", "precision", "recall", "f1", "intervals");
        assertThat(json.get("aer").getAsDouble()).isCloseTo(1 - 4 / 7.0, within(1e-12));
        assertThat(err).contains("first 2 of 3 pairs");
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

    @Test
    void withTheTextKappaIsPrintedAndIndexesAreChecked() throws IOException {
        // cells 6 + 2; both 1, only gold 1, only found 1, neither 5: p_o = 6/8, p_e = (2*2 + 6*6)/64
        write("b.txt", "a b ||| x y z\nc ||| u v\n");
        write("gold", "1 1 1 S\n2 1 1 P\n");
        write("hyp", "0-0\n0-1\n");
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--bitext", path("b.txt")};
        assertThat(hydra(with(command, "--json"))).isZero();
        assertThat(JsonParser.parseString(out).getAsJsonObject().get("kappa").getAsDouble())
                .isCloseTo((6 / 8.0 - 40 / 64.0) / (1 - 40 / 64.0), within(1e-12));
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("kappa 0.3333");
        write("hyp", "0-0\n0-2\n");
        assertThat(hydra(command)).isEqualTo(3);
        assertThat(err).contains("hyp:2:").contains("pair 1").contains("target side");
    }

    @Test
    void confidencesAreComparedWithWhatIsRight() throws IOException {
        write("gold", "0-0 1p1\n0-0\n");
        write("hyp", "0-0 1-1 2-2\n0-0\n");
        write("scores", "0\t0\t0\t0.9\n0\t1\t1\t0.75\n0\t2\t2\t0.25\n1\t0\t0\t1.0\n");
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--scores", path("scores")};
        assertThat(hydra(with(command, "--json"))).isZero();
        JsonObject calibration = JsonParser.parseString(out).getAsJsonObject().getAsJsonObject("calibration");
        // 2 links of mean 0.95, both right; 1 of 0.75, right; 1 of 0.25, wrong
        assertThat(calibration.get("expected_calibration_error").getAsDouble())
                .isCloseTo((2 * 0.05 + 0.25 + 0.25) / 4, within(1e-7));
        assertThat(calibration.getAsJsonArray("bins")).hasSize(10);
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("0.9 to 1.0        2     0.950     1.000").contains("expected calibration error 0.1500");
    }

    @Test
    void twoHypothesesAreComparedByPairedBootstrap() throws IOException {
        write("gold", "0-0 1-1\n".repeat(20));
        write("hyp", "0-0 1-1\n".repeat(20));
        write("base", "0-0\n1-1\n".repeat(10));
        String[] command = {"eval", "alignment", "--gold", path("gold"), "--hyp", path("hyp"), "--baseline", path("base")};
        assertThat(hydra(with(command, "--json"))).isZero();
        JsonObject aer = JsonParser.parseString(out).getAsJsonObject().getAsJsonObject("bootstrap").getAsJsonObject("aer");
        assertThat(aer.get("baseline").getAsDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(aer.get("system").getAsDouble()).isZero();
        assertThat(aer.get("p").getAsDouble()).isLessThan(0.01);
        assertThat(hydra(command)).isZero();
        assertThat(out).contains("AER: baseline 33.33 %, this 0.00 %, p = 0.0010");
    }

    @Test
    void whatAPersonSaidHolds() throws IOException {
        write("b.txt", "a b ||| x y\n".repeat(6));
        write("confirmed", "0-1 1-0\n");
        write("rejected", "\n0-0\n");
        write("glossary", "b\tx\n");
        String[] command = {"align", "--bitext", path("b.txt"), "--out", path("o"), "--confirmed", path("confirmed"), "--rejected", path("rejected")};
        assertThat(hydra(with(command, "--model", "hmm-fertility", "--glossary", path("glossary")))).isZero();
        assertThat(read("o").lines().findFirst()).hasValue("0-1 1-0");
        assertThat(read("o").lines().skip(1).findFirst().orElseThrow()).doesNotContain("0-0");
        assertThat(hydra(with(command, "--model", "ibm1"))).isZero();
        assertThat(read("o").lines().findFirst()).hasValue("0-1 1-0");
        assertThat(hydra(with(command, "--model", "ibm1", "--glossary", path("glossary")))).isEqualTo(2);
        write("rejected", "0-7\n");
        assertThat(hydra(command)).isEqualTo(3);
        assertThat(err).contains("rejected:1:");
        assertThat(hydra(with(command, "--scores", path("confirmed")))).isEqualTo(2);
    }

    @Test
    void linksAreWrittenInTheFormatThatIsAskedFor() throws IOException {
        write("b.txt", "a b ||| x y\na ||| x\n ||| y\n".repeat(5));
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--out-format", "giza")).isZero();
        assertThat(read("o")).startsWith("# Sentence pair (1) source length 2 target length 2").contains("\nx y \nNULL (", ") a ({", ") b ({");
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--confidences")).isZero();
        assertThat(read("o")).containsPattern("(?m)^[01]-[01]:[01]\\.[0-9E-]+");
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--out-format", "giza", "--confidences"))
                .isEqualTo(2);
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--out-format", "moses")).isEqualTo(2);
        assertThat(err).contains("pharaoh-sp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ibm1", "diagonal", "hmm-fertility"})
    void aSavedModelAlignsNewTextTheSameWithAnyNumberOfThreads(String model) throws IOException {
        write("b.txt", "the house ||| axxam nni\nthe book ||| adlis nni\nhouse ||| axxam\na book ||| adlis\n".repeat(3));
        assertThat(hydra("align", "--bitext", path("b.txt"), "--model", model, "--out", path("o"), "--save-model", path("m")))
                .isZero();
        write("new.txt", "a house ||| axxam\n ||| adlis\nhouse book ||| axxam adlis\n".repeat(100));
        String[] from = {"align", "--bitext", path("new.txt"), "--from", path("m"), "--scores", path("s1")};
        assertThat(hydra(with(from, "--out", path("o1"), "--threads", "1"))).isZero();
        assertThat(out).contains("300 pairs").contains("100 with an empty side");
        String scores = read("s1");
        assertThat(hydra(with(from, "--out", path("o3"), "--threads", "3"))).isZero();
        assertThat(read("o3")).isEqualTo(read("o1"));
        assertThat(read("s1")).isEqualTo(scores).startsWith("0\t");
        assertThat(read("o1").lines()).hasSize(300);
        assertThat(read("o1").lines().skip(2).findFirst()).hasValue("0-0 1-1");
        assertThat(hydra(with(from, "--out", path("o1"), "--out-format", "giza"))).isZero();
        assertThat(read("o1")).contains("\naxxam adlis \nNULL (");
    }

    @Test
    void aModelIsForTextThatIsCutAsItsOwn() throws IOException {
        write("b.tsv", "house\taxxam\nbook\tadlis\n");
        assertThat(hydra(with(tokenizers("align"), "--out", path("o"), "--save-model", path("m")))).isZero();
        String[] from = {"align", "--bitext", path("b.tsv"), "--from", path("m"), "--out", path("o")};
        assertThat(hydra(from)).isEqualTo(2);
        assertThat(err).contains("units of the kind 'unit'").contains("cut into 'given'");
        assertThat(hydra(with(from, "--source-tokenizer", path("s"), "--target-tokenizer", path("s")))).isEqualTo(2);
        assertThat(err).contains("another target tokenizer");
        assertThat(hydra(with(from, "--source-tokenizer", path("s"), "--target-tokenizer", path("t")))).isZero();
    }

    @Test
    void optionsThatWouldChangeNothingAreWrongUse() throws IOException {
        write("b.tsv", "house\taxxam\nbook\tadlis\n");
        String[] base = {"align", "--bitext", path("b.tsv"), "--out", path("o")};
        assertThat(hydra(with(base, "--model", "ibm1", "--save-model", path("m")))).isZero();
        for (String option : List.of("--model=ibm1", "--passes=3", "--seed=2", "--chains=1", "--no-stems", "--save-model=x", "--prior=x")) {
            assertThat(hydra(with(base, "--from", path("m"), option))).as(option).isEqualTo(2);
            assertThat(err).contains(option.split("=")[0]);
        }
        assertThat(hydra(with(base, "--model", "diagonal", "--chains", "2"))).isEqualTo(2);
        assertThat(hydra(with(base, "--chains", "-1"))).isEqualTo(2);
        assertThat(hydra(with(base, "--prior-weight", "1"))).isEqualTo(2);
        assertThat(hydra(with(base, "--prior", path("m")))).isEqualTo(2);
        assertThat(err).contains("of the kind ibm1");
        assertThat(hydra(with(base, "--save-model", path("o")))).isEqualTo(2);
        assertThat(hydra(with(base, "--from", path("b.tsv")))).isEqualTo(3);
    }

    @Test
    void knowledgeOfAnEarlierModelIsTakenOver() throws IOException {
        write("b.txt", "the house ||| axxam nni\nthe book ||| adlis nni\nhouse ||| axxam\nbook ||| adlis\n".repeat(5));
        assertThat(hydra("align", "--bitext", path("b.txt"), "--out", path("o"), "--save-model", path("m"))).isZero();
        write("new.txt", "house book ||| adlis axxam\n");
        String[] align = {"align", "--bitext", path("new.txt"), "--symmetrization", "intersect", "--out", path("o")};
        assertThat(hydra(with(align, "--prior", path("m")))).isZero();
        assertThat(read("o")).isEqualTo("0-1 1-0\n");
        assertThat(hydra(align)).isZero();
        assertThat(read("o")).isNotEqualTo("0-1 1-0\n");
    }

    @Test
    void linksAreConvertedAndCheckedAgainstTheirText() throws IOException {
        write("b.txt", "a b ||| x y z\n ||| u\nc ||| w\n");
        write("l.talp", "0-0 1p2\n\n0-0\n");
        String[] command = {"convert-links", "--in", path("l.talp"), "--bitext", path("b.txt"), "--out", path("o")};
        assertThat(hydra(with(command, "--out-format", "naacl"))).isZero();
        assertThat(read("o")).isEqualTo("1 1 1 S\n1 2 3 P\n3 1 1 S\n");
        assertThat(out).contains("3 pairs, 3 links; 1 pairs with an empty side");
        assertThat(hydra(with(command, "--out-format", "giza"))).isZero();
        assertThat(read("o")).contains("NULL ({ 2 }) a ({ 1 }) b ({ 3 }) \n");
        assertThat(err).contains("1 possible links were written as sure ones");
        write("l.talp", "0-0 1p3\n\n0-0\n");
        assertThat(hydra(with(command, "--out-format", "pharaoh"))).isEqualTo(3);
        assertThat(err).contains("l.talp:1:").contains("'1p3' of pair 0").contains("target side");
        assertThat(read("o")).as("the old file stays").startsWith("# Sentence pair (1)");
    }

    @Test
    void linksOfTheOtherDirectionAreSwapped() throws IOException {
        write("b.txt", "a b ||| x\n");
        write("l.A3", "# Sentence pair (1) source length 1 target length 2 alignment score : 0.5\na b \nNULL ({ 1 }) x ({ 2 }) \n");
        assertThat(hydra("convert-links", "--in", path("l.A3"), "--swap", "--bitext", path("b.txt"), "--out", path("o"))).isZero();
        assertThat(read("o")).isEqualTo("1-0\n");
    }

    @Test
    void wordsThatAreNotThereCannotBeWritten() throws IOException {
        write("l", "0-0\n");
        assertThat(hydra("convert-links", "--in", path("l"), "--out", path("o"), "--out-format", "giza")).isEqualTo(2);
        assertThat(hydra("convert-links", "--in", path("l"), "--out", path("o"), "--unit", "word")).isEqualTo(2);
        assertThat(hydra("convert-links", "--in", path("l"), "--out", path("l"))).isEqualTo(2);
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
