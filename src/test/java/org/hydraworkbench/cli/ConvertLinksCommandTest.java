package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code hydra convert-links}. */
class ConvertLinksCommandTest extends CommandTest {

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
}
