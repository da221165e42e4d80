package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.LinkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PharaohTest {

    private static final Path FILE = Path.of("links.txt");

    @Property
    void whatWasWrittenIsReadBack(@ForAll("alignments") Alignment alignment) throws InputException {
        assertThat(Pharaoh.parse(Pharaoh.format(alignment), FILE, 1)).isEqualTo(alignment);
    }

    @Provide
    Arbitrary<Alignment> alignments() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 300);
        return Combinators.combine(index, index, Arbitraries.of(LinkState.SURE, LinkState.POSSIBLE))
                .as((i, j, state) -> new Link(i, j, state, 1f))
                .list()
                .ofMaxSize(30)
                .map(Alignment::of);
    }

    @Property
    void noLineEndsInAnythingButLinksOrAnInputError(@ForAll String line) {
        try {
            Pharaoh.parse(line, FILE, 1);
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith("links.txt:1: ");
        }
    }

    @Test
    void everyWayOfWritingALinkIsUnderstood() throws InputException {
        assertThat(Pharaoh.parse("0-0 1?2 2p3 3-4S 4-5P 5-6:0.25", FILE, 1).links())
                .containsExactly(
                        Link.sure(0, 0),
                        Link.possible(1, 2),
                        Link.possible(2, 3),
                        Link.sure(3, 4),
                        Link.possible(4, 5),
                        new Link(5, 6, LinkState.SURE, 0.25f));
    }

    @Test
    void linksAreSortedAndASureOneWinsOverAPossibleOne() throws InputException {
        assertThat(Pharaoh.parse("3-1 0p0 0-0 3-0", FILE, 1).links())
                .containsExactly(Link.sure(0, 0), Link.sure(3, 0), Link.sure(3, 1));
    }

    @Test
    void anEmptyLineIsAPairWithoutLinks() throws InputException {
        assertThat(Pharaoh.parse("  ", FILE, 1)).isEqualTo(Alignment.empty());
    }

    @Test
    void anIndexBeyondTheSentenceIsNamedWithFileLineAndPair() {
        assertThatThrownBy(() -> Pharaoh.parse("0-0 2-7", 3, 7, 0, FILE, 12))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("links.txt:12:")
                .hasMessageContaining("'2-7' of pair 11")
                .hasMessageContaining("target side, which has 7");
        assertThatThrownBy(() -> Pharaoh.parse("3-0", 3, 7, 0, FILE, 12)).hasMessageContaining("source side");
    }

    @Test
    void whatIsNoLinkIsRefused() {
        for (String line : List.of("1", "1-", "-1-2", "1-2-3", "a-b", "1-2x", "1-2:two", "1-2:1.5", "9999999999-1", "1--2")) {
            assertThatThrownBy(() -> Pharaoh.parse(line, FILE, 4))
                    .as(line)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("links.txt:4:");
        }
    }

    @Test
    void rejectedLinksAreNotWritten() {
        Alignment alignment =
                Alignment.of(List.of(Link.sure(0, 0), new Link(1, 1, LinkState.REJECTED, 1f), Link.possible(2, 2)));
        assertThat(Pharaoh.format(alignment)).isEqualTo("0-0 2?2");
    }

    @Test
    void aFileIsReadLineByLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("gold.talp"), "0-0 1p1\n\n2-2\n");
        assertThat(LinkFiles.readAll(file)).hasSize(3).element(1).isEqualTo(Alignment.empty());
    }

    @Test
    void unitsMayBeCountedFromOne() throws Exception {
        assertThat(Pharaoh.parse("1-1 3?7", 3, 7, 1, FILE, 12)).isEqualTo(Pharaoh.parse("0-0 2?6", FILE, 12));
        assertThatThrownBy(() -> Pharaoh.parse("4-1", 3, 7, 1, FILE, 12)).hasMessageContaining("pair 12").hasMessageContaining("counted from 1");
        assertThatThrownBy(() -> Pharaoh.parse("0-1", 3, 7, 1, FILE, 12)).hasMessageContaining("links.txt:12: the link '0-1' has a unit 0");
    }
}
