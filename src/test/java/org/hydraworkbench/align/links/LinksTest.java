package org.hydraworkbench.align.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    private static final int LAST = 0xFFFF;

    @TempDir
    Path folder;

    @Test
    void theLongestPairsLinksAreKeptAndStored() throws HydraException {
        Alignment ends = Alignment.of(List.of(Link.sure(0, LAST), Link.sure(LAST, 0), Link.sure(LAST / 2, 1), Link.sure(LAST, LAST)));
        Links links = Links.of(List.of(Alignment.empty(), ends));
        assertThat(links.get(1)).isEqualTo(ends);
        links.save(folder.resolve("links"));
        assertThat(Links.load(folder.resolve("links")).get(1)).isEqualTo(ends);
    }

    @Test
    void aUnitThatCannotBeStoredIsRefused() {
        assertThatThrownBy(() -> Links.of(List.of(Alignment.of(List.of(Link.sure(1 << 16, 0))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Links.of(List.of(Alignment.of(List.of(Link.sure(0, 1 << 16))))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMeanConfidenceIsThatOfAllLinks() {
        Links links = Links.of(List.of(
                Alignment.of(List.of(new Link(0, 0, LinkState.SURE, 0.5f), new Link(1, 1, LinkState.SURE, 1f))),
                Alignment.empty(),
                Alignment.of(List.of(new Link(0, 0, LinkState.SURE, 0.75f)))));
        assertThat(links.meanConfidence()).isEqualTo(0.75);
        assertThat(Links.of(List.of(Alignment.empty())).meanConfidence()).isZero();
    }
}
