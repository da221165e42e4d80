package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of translators through the command line, by the phrases of a bitext. */
class TranslateFilesTest extends CommandTest {

    private static final String[] NOUNS = {"house axxam", "book adlis", "day ass", "man argaz", "tree aseklu", "river asif", "road abrid"};

    @BeforeEach
    void writeMemory() throws Exception {
        StringBuilder memory = new StringBuilder();
        for (String one : NOUNS) {
            for (String other : NOUNS) {
                memory.append("See " + one.split(" ")[0] + " and " + other.split(" ")[0] + ".\tWali " + one.split(" ")[1] + " d "
                        + other.split(" ")[1] + ".\n");
            }
        }
        write("memory.tsv", memory.toString().repeat(3));
    }

    private int translate(String in, String made, String... more) {
        return hydra(with(
                new String[] {"translate", "--memory", path("memory.tsv"), "--from", "en", "--to", "kab", "--threads", "1", "--in", path(in),
                    "--out", path(made)},
                more));
    }

    @Test
    void aFileIsTakenForWhatItsNameSays() throws Exception {
        write("a.html", "<p>See tree and road.</p><!-- x -->");
        assertThat(translate("a.html", "b.html", "--scores", path("scores.tsv"))).as(err).isZero();
        assertThat(read("b.html")).isEqualTo("<p>Wali aseklu d abrid.</p><!-- x -->");
        assertThat(read("scores.tsv").lines()).hasSize(2).last().asString().matches("1\t\\d+\\.\\d\\d\t-?\\d+\\.\\d{4}");
    }

    @Test
    void aFileCanBeSaidToBeAnother() throws Exception {
        write("a.txt", "1\tSee tree and road.\n");
        assertThat(translate("a.txt", "b.txt", "--format", "tsv", "--column", "2")).as(err).isZero();
        assertThat(read("b.txt")).isEqualTo("1\tSee tree and road.\tWali aseklu d abrid.\n");
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUse() throws Exception {
        write("a.txt", "See tree and road.\n");
        assertThat(translate("a.txt", "b.txt", "--format", "doc")).isEqualTo(2);
        assertThat(err).contains("There is no format \"doc\"; there are txt, tsv, xliff, po, tmx, usfm, html.");
        assertThat(translate("a.txt", "b.txt", "--column", "2")).isEqualTo(2);
        assertThat(err).contains("--column is for a table (--format tsv)");
        assertThat(translate("a.txt", "b.txt", "--format", "tsv", "--column", "2")).isEqualTo(3);
        assertThat(err).contains("a.txt:1: column 2 is to be translated, but the row has only 1");
        assertThat(folder.resolve("b.txt")).doesNotExist();
    }

    @Test
    void aBrokenFileIsNamedAndWhatWasThereStays() throws Exception {
        write("a.xlf", "<xliff version='1.2'>\n<file>");
        write("b.xlf", "precious");
        assertThat(translate("a.xlf", "b.xlf")).isEqualTo(3);
        assertThat(err).contains("a.xlf:2: this is not well-formed XML");
        assertThat(read("b.xlf")).isEqualTo("precious");
    }

    @Test
    void whatWasStoppedIsGoneOnWith() throws Exception {
        write("a.txt", "See tree and road.\nSee road and day.\n");
        Path kept = folder.resolve("b.txt.unfinished");
        assertThat(translate("a.txt", "b.txt", "--resume")).as(err).isZero();
        assertThat(kept).doesNotExist();
        String settings = "en kab translate --memory " + path("memory.tsv") + " --from en --to kab --threads 1 --in " + path("a.txt")
                + " --out " + path("b.txt");
        Files.writeString(kept, "hydra-unfinished-1\t" + settings + "\nSee tree and road.\tAṭas\t50\t-1\tfalse\t0-0\n");
        assertThat(translate("a.txt", "b.txt", "--resume")).as(err).isZero();
        assertThat(err).contains("Going on; sentences done before: 1.");
        assertThat(read("b.txt")).isEqualTo("Aṭas\nWali abrid d ass.\n");
        Files.writeString(kept, "hydra-unfinished-1\tanother\n");
        assertThat(translate("a.txt", "b.txt", "--resume")).isEqualTo(2);
        assertThat(err).contains("was begun with other settings or files");
        assertThat(kept).exists();
    }
}
