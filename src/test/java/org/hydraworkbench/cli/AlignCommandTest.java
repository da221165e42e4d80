package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.links.AlignmentFiles;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.testing.TestProjects;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code hydra align}. */
class AlignCommandTest extends CommandTest {

    @BeforeEach
    void tokenizers() throws Exception {
        makeTokenizers();
    }

    @Test
    void everyPairHasALineAlsoWithAnEmptySide() throws IOException {
        write("b.tsv", "house\taxxam\n\tadlis\nhouse book\taxxam adlis\nbook\tadlis\n");
        assertThat(hydra("align", "--bitext", path("b.tsv"), "--out", path("links"), "--scores", path("scores"))).isZero();
        assertThat(read("links")).isEqualTo("0-0\n\n0-0 1-1\n0-0\n");
        assertThat(read("scores").lines()).hasSize(4).allMatch(line -> line.matches("[023]\t[01]\t[01]\t[01]\\.[0-9E-]+"));
        assertThat(err).containsOnlyOnce("4 pairs").contains("1 with an empty side");
        assertThat(out).isEmpty();
    }

    @Test
    void theLinksOfABitextOfSeveralPartsAreThoseThatItHasInAProject() throws Exception {
        String[] lines = TextLines.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz")).subList(0, 300).toArray(String[]::new);
        AlignOptions options = AlignOptions.defaults().withPasses(8).withCellsAPart(4_000);
        StringWriter told = new StringWriter();
        CommandLine align = new CommandLine(new AlignCommand(options)).setErr(new PrintWriter(told, true));
        String bitext = TestProjects.file(folder, "b", lines).toString();
        assertThat(align.execute(
                        "--bitext", bitext, "--unit", "word", "--passes", "8", "--out", path("links"), "--scores", path("scores")))
                .isZero();
        assertThat(told.toString().split("next part")).hasSizeGreaterThan(3);
        try (Project project = TestProjects.create(folder, lines);
                LinkFile file = LinkFile.open(folder.resolve("links"), null, folder.resolve("scores"))) {
            TestProjects.make(
                    project, Operations.ALIGN, AlignmentSettings.defaults().withUnit(Unit.WORD).withOptions(options));
            AlignmentFiles files = project.alignments().now().files().orElseThrow();
            for (long id : files.ids()) {
                assertThat(file.next()).isEqualTo(files.links(id));
            }
            file.requireEnd();
        }
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
        String[] from = {"align", "--bitext", path("new.txt"), "--load-model", path("m"), "--scores", path("s1")};
        assertThat(hydra(with(from, "--out", path("o1"), "--threads", "1"))).isZero();
        assertThat(err).containsOnlyOnce("300 pairs").contains("100 with an empty side");
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
        String[] from = {"align", "--bitext", path("b.tsv"), "--load-model", path("m"), "--out", path("o")};
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
            assertThat(hydra(with(base, "--load-model", path("m"), option))).as(option).isEqualTo(2);
            assertThat(err).contains(option.split("=")[0]);
        }
        assertThat(hydra(with(base, "--model", "diagonal", "--chains", "2"))).isEqualTo(2);
        assertThat(hydra(with(base, "--chains", "-1"))).isEqualTo(2);
        assertThat(hydra(with(base, "--chains", "101"))).isEqualTo(2);
        assertThat(err).contains("--chains").contains("from 0 to 100");
        assertThat(hydra(with(base, "--passes", "10001"))).isEqualTo(2);
        assertThat(err).contains("--passes").contains("from 0 to 10,000");
        assertThat(hydra(with(base, "--link-format", "talp"))).isEqualTo(2);
        assertThat(err).contains("--link-format").contains("--confirmed");
        for (String model : List.of("ibm1", "diagonal")) {
            assertThat(hydra(with(base, "--model", model, "--seed", "2"))).isEqualTo(2);
            assertThat(err).contains("--seed").contains(model);
        }
        assertThat(hydra(with(base, "--prior-weight", "1"))).isEqualTo(2);
        assertThat(hydra(with(base, "--prior", path("m")))).isEqualTo(2);
        assertThat(err).contains("of the kind ibm1");
        assertThat(hydra(with(base, "--save-model", path("o")))).isEqualTo(2);
        assertThat(hydra(with(base, "--load-model", path("b.tsv")))).isEqualTo(3);
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
    void aThresholdIsForLinksThatAreTakenByOne() throws IOException {
        write("b.tsv", "house\taxxam\nbook\tadlis\n");
        String[] base = {"align", "--bitext", path("b.tsv"), "--out", path("o"), "--threshold", "0.5"};
        assertThat(hydra(base)).isZero();
        assertThat(hydra(with(base, "--symmetrization", "intersect"))).isEqualTo(2);
        assertThat(err).contains("--threshold").contains("not for intersect");
        assertThat(hydra(with(base, "--model", "ibm1"))).isEqualTo(2);
        assertThat(hydra(with(base, "--model", "ibm1", "--symmetrization", "threshold", "--save-model", path("m")))).isZero();
        assertThat(hydra(with(base, "--load-model", path("m")))).isEqualTo(2);
        assertThat(err).contains("not for grow-diag-final-and");
        assertThat(hydra(with(base, "--load-model", path("m"), "--symmetrization", "threshold"))).isZero();
    }

    @Test
    void anEmptyBitextIsRefusedBeforeTraining() throws IOException {
        write("b.tsv", "");
        assertThat(hydra("align", "--bitext", path("b.tsv"), "--out", path("o"))).isEqualTo(3);
        assertThat(err).contains("b.tsv").contains("is empty").doesNotContain("Links").doesNotContain("0 pairs");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aPlaceWhereTheModelCannotLieIsRefusedBeforeTraining() throws IOException {
        write("b.tsv", "house\taxxam\n");
        write("file", "");
        assertThat(hydra("align", "--bitext", path("b.tsv"), "--out", path("o"), "--save-model", path("file") + "/m")).isEqualTo(2);
        assertThat(err).contains("--save-model").contains("is not a folder").doesNotContain("Links");
    }
}
