package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.LinkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NaaclReaderTest {

    @TempDir
    Path folder;

    @Test
    void statesAndConfidencesMayBeThereOrNot() throws Exception {
        assertThat(read("1 1 1\n1 2 2 S\n1 3 3 P\n1 4 4 0.25\n1 5 5 P 0.5\n").getFirst().links())
                .containsExactly(
                        Link.sure(0, 0),
                        Link.sure(1, 1),
                        Link.possible(2, 2),
                        new Link(3, 3, LinkState.SURE, 0.25f),
                        new Link(4, 4, LinkState.POSSIBLE, 0.5f));
    }

    @Test
    void sentencesMayHaveLeadingZerosAndBeMissing() throws Exception {
        List<Alignment> pairs = read("0002 1 1 S\r\n0002 2 1 P\r\n\n0004\t3\t2\n");
        assertThat(pairs).hasSize(4);
        assertThat(pairs.get(0)).isEqualTo(Alignment.empty());
        assertThat(pairs.get(1).links()).containsExactly(Link.sure(0, 0), Link.possible(1, 0));
        assertThat(pairs.get(2)).isEqualTo(Alignment.empty());
        assertThat(pairs.get(3).links()).containsExactly(Link.sure(2, 1));
    }

    @Test
    void linksWithNullArePassedOver() throws Exception {
        assertThat(read("1 0 2 S\n1 3 0\n1 1 1\n").getFirst().links()).containsExactly(Link.sure(0, 0));
    }

    @Test
    void pairsAfterTheLastOneHaveNoLinks() throws Exception {
        try (LinkFile file = LinkFile.open(write("1 1 1\n"), null, null)) {
            assertThat(file.next(1, 1).links()).hasSize(1);
            assertThat(file.next(4, 4)).isEqualTo(Alignment.empty());
            file.requireEnd();
        }
    }

    @Test
    void aSentenceBeyondTheBitextIsNamed() throws Exception {
        try (LinkFile file = LinkFile.open(write("1 1 1\n3 1 1\n"), null, null)) {
            file.next(1, 1);
            assertThatThrownBy(file::requireEnd)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("links.naacl:")
                    .hasMessageContaining("there are only 1 pairs");
        }
    }

    @Test
    void anIndexBeyondItsSideIsNamedAsItWasWritten() throws Exception {
        try (LinkReader reader = LinkReader.open(write("1 1 1\n2 7 8 P\n"), LinkFormat.NAACL)) {
            reader.next(1, 1);
            assertThatThrownBy(() -> reader.next(7, 7))
                    .hasMessageContaining("links.naacl:2:")
                    .hasMessageContaining("'2 7 8 P' of pair 2")
                    .hasMessageContaining("target side, which has 7 units (pairs and units counted from 1)");
        }
    }

    @Test
    void whatIsNoLinkIsRefused() throws IOException {
        for (String line : List.of("1 1", "1 1 x", "1 1 1 Q", "1 1 1 S 1.5", "1 1 1 S .5.", "0 1 1", "1 -1 1", "1 1 1 S 0.5 z")) {
            Path file = write("1 1 1\n" + line + "\n");
            assertThatThrownBy(() -> LinkFiles.readAll(file, LinkFormat.NAACL))
                    .as(line)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("links.naacl:2:");
        }
    }

    @Test
    void sentencesThatGoBackAreRefused() throws IOException {
        Path file = write("2 1 1\n1 1 1\n");
        assertThatThrownBy(() -> LinkFiles.readAll(file))
                .hasMessageContaining("links.naacl:2:")
                .hasMessageContaining("pair 1 comes after links of pair 2");
    }

    private List<Alignment> read(String text) throws IOException, HydraException {
        return LinkFiles.readAll(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("links.naacl"), text);
    }
}
