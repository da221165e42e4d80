package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.LinkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example is in the form that the GIZA++ manual shows: the second line is the target, the third the source. */
class GizaReaderTest {

    private static final String HEADING = "# Sentence pair (%d) source length %d target length %d alignment score : 1.2e-08\n";

    @TempDir
    Path folder;

    @Test
    void sourceWordsAreFollowedByTheirTargetWords() throws Exception {
        Path file = write(HEADING.formatted(1, 3, 4) + "das Haus ist ja \nNULL ({ 4 }) the ({ 1 }) house ({ 2 3 }) big ({ }) \n");
        assertThat(LinkFiles.readAll(file)).singleElement().extracting(Alignment::links).asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly(Link.sure(0, 0), Link.sure(1, 1), Link.sure(1, 2));
    }

    @Test
    void wordsMayLookLikeBrackets() throws Exception {
        Path file = write(HEADING.formatted(1, 4, 2) + "({ }) \nNULL ({ }) ({ ({ 1 }) }) ({ 2 }) x({ ({ }) 7 ({ 1 2 }) \n");
        assertThat(LinkFiles.readAll(file).getFirst().links())
                .containsExactly(Link.sure(0, 0), Link.sure(1, 1), Link.sure(3, 0), Link.sure(3, 1));
    }

    @Test
    void anEmptySideAndAMissingPairAreKept() throws Exception {
        Path file = write(HEADING.formatted(1, 0, 1) + "x \nNULL ({ 1 }) \n" + HEADING.formatted(3, 1, 0) + "\nNULL ({ }) y ({ }) \n");
        assertThat(LinkFiles.readAll(file)).hasSize(3).allMatch(Alignment.empty()::equals);
    }

    @Test
    void lengthsThatDifferFromTheBitextAreNamed() throws Exception {
        try (LinkReader reader = LinkReader.open(write(HEADING.formatted(1, 1, 1) + "x \nNULL ({ }) y ({ 1 }) \n"), LinkFormat.GIZA)) {
            assertThatThrownBy(() -> reader.next(1, 2))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("links.A3:1: pair 1 (counted from 1): the target side has 1 words, in the bitext it has 2");
        }
    }

    @Test
    void whatIsBrokenIsNamedWithLineAndPair() throws IOException {
        List<String> broken = List.of(
                "x \nNULL ({ 1 }) \n", // a source word is missing
                "x y \nNULL ({ }) y ({ 1 }) \n", // a target word too many
                "x \ny ({ 1 }) \n", // no NULL
                "x \nNULL ({ }) y ({ 2 }) \n", // beyond the target
                "x \nNULL ({ }) y ({ 0 }) \n",
                "x \nNULL ({ }) y ({ 1 \n",
                "x \nNULL ({ }) y 1 \n",
                "x \nNULL ({ }) y ({ one }) \n",
                "x \n");
        for (String rest : broken) {
            Path file = write(HEADING.formatted(1, 1, 1) + rest);
            assertThatThrownBy(() -> LinkFiles.readAll(file))
                    .as(rest)
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching(".*links\\.A3:[23]: .*pair 1\\b.*");
        }
    }

    @Test
    void pairsMustAscend() throws IOException {
        String pair = HEADING.formatted(2, 0, 0) + "\nNULL ({ })\n";
        Path file = write(pair + pair);
        assertThatThrownBy(() -> LinkFiles.readAll(file)).hasMessageContaining("links.A3:4: pair 2 comes after pair 2");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("links.A3"), text);
    }
}
