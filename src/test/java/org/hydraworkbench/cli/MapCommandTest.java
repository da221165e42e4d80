package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code hydra map}. */
class MapCommandTest extends CommandTest {

    @BeforeEach
    void tokenizers() throws Exception {
        makeTokenizers();
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
}
