package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bitext may be, in every command that takes one. */
class BitextCommandsTest extends CommandTest {

    private static final String THREE_LANGUAGES = """
            <tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>house book</seg></tuv><tuv xml:lang="de"><seg>haus</seg></tuv><tuv xml:lang="eo"><seg>axxam adlis en</seg></tuv></tu>
            <tu><tuv xml:lang="eo"><seg>adlis</seg></tuv><tuv xml:lang="en"><seg>book</seg></tuv></tu>
            </body></tmx>
            """;

    private String[] bitext = {};

    @BeforeEach
    void prepare() throws Exception {
        makeTokenizers();
        write("m.tmx", THREE_LANGUAGES);
        write("a.en", "house book\nbook\n");
        write("a.eo", "axxam adlis en\nadlis\n");
        write("links", "0-0 1-1\n0-0\n");
    }

    /** A command on {@link #bitext}, which has two pairs. */
    private int run(String command) {
        return switch (command) {
            case "align" -> hydra(on(bitext, "align", "--out", path("o")));
            case "map" -> hydra(on(bitext, "map", "--source-tokenizer", path("s"), "--target-tokenizer", path("t"),
                    "--out", path("o")));
            case "eval" -> hydra(on(bitext, "eval", "alignment", "--gold", path("links"), "--hyp", path("links")));
            case "convert-links" -> hydra(on(bitext, "convert-links", "--in", path("links"), "--out", path("o")));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static String[] on(String[] bitext, String... command) {
        return CommandTest.with(command, bitext);
    }

    @ParameterizedTest
    @ValueSource(strings = {"align", "map", "eval", "convert-links"})
    void theLanguagesOfATmxFileAreChosen(String command) {
        bitext = new String[] {"--bitext", path("m.tmx"), "--from", "en-US", "--to", "eo"};
        assertThat(run(command)).as(err).isZero();
        assertThat(err).doesNotContain("passed over");
        bitext = new String[] {"--bitext", path("m.tmx"), "--to", "kab"};
        assertThat(run(command)).isEqualTo(3);
        assertThat(err).contains("m.tmx: there is no pair").contains("kab").contains("Choose two of its languages with --from and --to.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"align", "map"})
    void whatIsPassedOverIsToldOnce(String command) {
        bitext = new String[] {"--bitext", path("m.tmx")};
        assertThat(run(command)).as(err).isZero();
        assertThat(err).containsOnlyOnce("hydra: 1 of 2 units was passed over: not in both en and de; the file also has eo."
                + " Choose two of its languages with --from and --to.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"align", "map", "eval", "convert-links"})
    void twoFilesAreABitext(String command) {
        bitext = new String[] {"--bitext", path("a.en"), path("a.eo")};
        assertThat(run(command)).as(err).isZero();
        bitext = new String[] {"--bitext", path("a.en"), path("a.eo"), "--from", "en"};
        assertThat(run(command)).isEqualTo(2);
        assertThat(err).contains("a.en names no languages");
        bitext = new String[] {"--bitext", path("a.en"), "--bitext", path("a.eo"), "--bitext", path("a.eo")};
        assertThat(run(command)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"align", "map", "eval", "convert-links"})
    void aZipOfTwoFilesIsABitext(String command) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("en-eo.txt.zip")))) {
            for (String language : List.of("eo", "en")) {
                zip.putNextEntry(new ZipEntry("T.en-eo." + language));
                Files.copy(folder.resolve("a." + language), zip);
            }
        }
        bitext = new String[] {"--bitext", path("en-eo.txt.zip")};
        assertThat(run(command)).as(err).isZero();
        bitext = new String[] {"--bitext", path("en-eo.txt.zip"), "--from", "en", "--to", "eo"};
        assertThat(run(command)).as(err).isZero();
        bitext = new String[] {"--bitext", path("en-eo.txt.zip"), "--from", "de"};
        assertThat(run(command)).isEqualTo(3);
    }

    @Test
    void badLinesAreLeftOutOfAnImportWhereThatIsAskedFor() throws Exception {
        write("bad.tsv", "dog\taqjun\n\ncat\tamcic\n");
        assertThat(hydra("project", "new", path("p.hydra"), "--from", "en", "--to", "kab")).isZero();
        assertThat(hydra("project", "import", path("p.hydra"), path("bad.tsv"))).isEqualTo(3);
        assertThat(err).contains("bad.tsv:2");
        assertThat(hydra("project", "import", path("p.hydra"), path("bad.tsv"), "--skip-bad-lines")).as(err).isZero();
        assertThat(out).contains("2 pairs");
        assertThat(err).contains("Line 2 is no pair of sentences. It was left out.");
    }

    @Test
    void anImportTellsOfAHeadAndOfSwappedSidesAndChangesNothingUnasked() throws Exception {
        write("table.csv", "Nr;Kabyle;English\n1;aqjun;dog\n2;amcic;\n3;\"ilel; win\";sea\n");
        assertThat(hydra("project", "new", path("p.hydra"), "--from", "en", "--to", "kab")).isZero();
        assertThat(hydra("project", "import", path("p.hydra"), path("table.csv"))).as(err).isZero();
        assertThat(out).contains("4 pairs");
        assertThat(err).contains(
                "The first line seems to be a head (Kabyle, English), but is read as a pair of sentences; --skip-head passes it over.",
                "The two sides seem to be swapped. --swap swaps them.",
                "A semicolon stands between the columns.",
                "Line 3 has an empty side. It was read all the same.",
                "Line 3: the target side is empty.");
        assertThat(hydra("project", "import", path("p.hydra"), path("table.csv"), "--skip-head", "--swap", "--skip-bad-lines")).isZero();
        assertThat(out).contains("2 pairs");
        assertThat(err).contains("Line 1 was passed over as the head of the table: Kabyle, English.")
                .doesNotContain("seem");
        assertThat(hydra("project", "import", path("p.hydra"), path("table.csv"), "--columns", "3,2", "--skip-head")).isZero();
        assertThat(out).contains("3 pairs");
        assertThat(hydra("project", "import", path("p.hydra"), path("table.csv"), "--columns", "2,2")).isEqualTo(2);
        assertThat(err).contains("two different columns");
    }

    @Test
    void aTableIsReadByItsColumnsAndEncodingWhereverABitextIs() throws Exception {
        Files.write(folder.resolve("table.csv"), "1,caf\u00e9,house\n2,th\u00e9,tea\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(hydra("align", "--bitext", path("table.csv"), "--out", path("o"))).isEqualTo(3);
        assertThat(hydra("align", "--bitext", path("table.csv"), "--encoding", "latin1", "--out", path("o"))).isEqualTo(3);
        assertThat(err).contains("--columns");
        assertThat(hydra("align", "--bitext", path("table.csv"), "--encoding", "latin1", "--columns", "2,3", "--out", path("o"))).as(err).isZero();
        assertThat(read("o").lines()).hasSize(2);
        assertThat(hydra("align", "--bitext", path("table.csv"), "--encoding", "klingon", "--out", path("o"))).isEqualTo(2);
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertThat(hydra("align", "--bitext", "", "--out", path("o"))).isEqualTo(2);
        assertThat(err).contains("--bitext").contains("the name is empty").doesNotContain("is a folder");
        assertThat(hydra("align", "--bitext", folder.toString(), "--out", path("o"))).isEqualTo(3);
        assertThat(err).contains(folder + ": is a folder, not a file");
    }

    @Test
    void neitherOfTwoFilesIsWrittenOver() throws Exception {
        assertThat(hydra("align", "--bitext", path("a.en"), path("a.eo"), "--out", path("a.eo"))).isEqualTo(2);
        assertThat(read("a.eo")).startsWith("axxam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "convert-links"})
    void languagesOfNoBitextAreRefused(String command) {
        bitext = new String[] {"--from", "en"};
        assertThat(run(command)).isEqualTo(2);
        assertThat(err).contains("--bitext, which is missing");
    }

    @Test
    void aProjectImportsTheLanguagesThatAreChosen() throws Exception {
        assertThat(hydra("project", "new", path("p.hydra"), "--from", "de", "--to", "kab")).isZero();
        assertThat(hydra("project", "import", path("p.hydra"), path("m.tmx"), "--to", "eo")).as(err).isZero();
        assertThat(err).contains("1 of 2 units was passed over");
        assertThat(hydra("project", "import", path("p.hydra"), path("m.tmx"), "--from", "en", "--to", "eo")).as(err).isZero();
        assertThat(hydra("project", "import", path("p.hydra"), path("m.tmx"), "--swap", "--to", "eo")).isEqualTo(2);
        try (Project project = Project.open(folder.resolve("p.hydra"))) {
            List<PairRow> rows = project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 9);
            assertThat(rows).extracting(PairRow::source).containsExactly("haus", "house book", "book");
            assertThat(rows).extracting(PairRow::target).containsExactly("axxam adlis en", "axxam adlis en", "adlis");
        }
    }
}
