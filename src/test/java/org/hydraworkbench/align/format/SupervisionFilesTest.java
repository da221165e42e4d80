package org.hydraworkbench.align.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.BitextPart;
import org.hydraworkbench.align.model.Supervision.Entry;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionFilesTest {

    private static final IndexedBitext BITEXT = new IndexedBitext.Builder()
            .add(List.of("a", "b"), List.of("x", "y"))
            .add(List.of("c"), List.of("z"))
            .add(List.of("d", "e"), List.of("u"))
            .build();

    @TempDir
    private Path folder;

    @Test
    void verdictsOnALaterPartAreNumberedFromItsFirstPair() throws Exception {
        Path file = write("c", "1-0\n\n5-5\n0-0\n");
        assertThat(SupervisionFiles.verdicts(file, null, null, new BitextPart(BITEXT, 3, true))).containsOnlyKeys(0);
    }

    @Test
    void aGlossaryIsCutAsTheBitextIs() throws Exception {
        List<Entry> entries = glossary(Unit.WORD, "apple\tpomme\n\n potato \tpomme de terre\n#\tdièse\n");
        assertThat(entries).containsExactly(
                new Entry(List.of("apple"), List.of("pomme")),
                new Entry(List.of("potato"), List.of("pomme", "de", "terre")),
                new Entry(List.of("#"), List.of("dièse")));
    }

    @Test
    void aLineOfAGlossaryHasOneTabAndTwoSides() {
        assertThatThrownBy(() -> glossary(Unit.GIVEN, "a\tx\nb y\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("glossary.tsv:2:")
                .hasMessageContaining("0 tabs");
        assertThatThrownBy(() -> glossary(Unit.GIVEN, "a\tx\tnoun\n")).hasMessageContaining("glossary.tsv:1:");
        assertThatThrownBy(() -> glossary(Unit.GIVEN, "a\tx\n\nb\t \n")).hasMessageContaining("glossary.tsv:3:").hasMessageContaining("target");
    }

    private List<Entry> glossary(Unit unit, String text) throws HydraException, IOException {
        Segmenter cut = Segmenter.of(unit, null);
        return SupervisionFiles.glossary(write("glossary.tsv", text), cut, cut, AlignmentMethod.HMM_FERTILITY);
    }

    @Test
    void pairsWithConfirmedLinksAreCompleteAndEmptyLinesSayNothing() throws Exception {
        Map<Integer, Verdict> verdicts = SupervisionFiles.verdicts(write("c", "0-0 1?1\n\n1-0\n"), null, null, new BitextPart(BITEXT, 0, true));
        assertThat(verdicts).containsOnly(
                Map.entry(0, new Verdict(Alignment.of(List.of(Link.sure(0, 0), Link.possible(1, 1))), true)),
                Map.entry(2, new Verdict(Alignment.of(List.of(Link.sure(1, 0))), true)));
    }

    @Test
    void rejectedLinksJoinWhatWasConfirmed() throws Exception {
        Map<Integer, Verdict> verdicts =
                SupervisionFiles.verdicts(write("c", "1 1 1\n"), write("r", "0-1\n0-0\n"), null, new BitextPart(BITEXT, 0, true));
        assertThat(verdicts.get(0).complete()).isTrue();
        assertThat(verdicts.get(0).links().state(0, 1)).isEqualTo(LinkState.REJECTED);
        assertThat(verdicts.get(1)).isEqualTo(
                new Verdict(Alignment.of(List.of(new Link(0, 0, LinkState.REJECTED, 1f))), false));
    }

    @Test
    void inNaaclTheNumberedPairsAreConfirmed() throws Exception {
        assertThat(SupervisionFiles.verdicts(write("c", "3 2 1 S\n"), null, null, new BitextPart(BITEXT, 0, true))).containsOnlyKeys(2);
    }

    @Test
    void anIndexBeyondItsSideIsNamedWithFileLineAndPair() {
        assertThatThrownBy(() -> SupervisionFiles.verdicts(write("c", "0-0\n1-0\n"), null, null, new BitextPart(BITEXT, 0, true)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("c:2:")
                .hasMessageContaining("pair 1");
    }

    @Test
    void aLinkBothConfirmedAndRejectedIsNamed() {
        assertThatThrownBy(() -> SupervisionFiles.verdicts(write("c", "\n0-0\n"), write("r", "\n0-0\n"), null, new BitextPart(BITEXT, 0, true)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("r:2:")
                .hasMessageContaining("link 0-0 of pair 1");
    }

    @Test
    void morePairsThanTheBitextHasAreAFault() {
        assertThatThrownBy(() -> SupervisionFiles.verdicts(null, write("r", "\n\n\n0-0\n"), null, new BitextPart(BITEXT, 0, true)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("r:4:");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
