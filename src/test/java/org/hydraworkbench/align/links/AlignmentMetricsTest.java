package org.hydraworkbench.align.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hydraworkbench.align.format.Pharaoh;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;

class AlignmentMetricsTest {

    @Test
    void measuresFollowTheirDefinitionsOverTheWholeCorpus() throws InputException {
        // S = {0-0, 1-1 | 0-0}, P adds {2-1 | 1-0}; A = {0-0, 2-1, 2-2 | 1-0}
        List<Alignment> gold = List.of(parse("0-0 1-1 2p1"), parse("0-0 1p0"));
        List<Alignment> found = List.of(parse("0-0 2-1 2-2"), parse("1-0"));
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(gold, found);
        assertThat(scores.precision()).isEqualTo(3 / 4.0);
        assertThat(scores.recall()).isEqualTo(1 / 3.0);
        assertThat(scores.f1()).isCloseTo(2 * 0.75 / 3 / (0.75 + 1 / 3.0), within(1e-15));
        assertThat(scores.aer()).isCloseTo(1 - (1 + 3) / (4 + 3.0), within(1e-15));
        assertThat(scores.sure()).isEqualTo(3);
        assertThat(scores.possible()).isEqualTo(5);
    }

    @Test
    void allSureAndOnlyPossibleExtrasMeansNoError() throws InputException {
        List<Alignment> gold = List.of(parse("0-0 1-1 2p2"));
        assertThat(AlignmentMetrics.score(gold, List.of(parse("0-0 1-1 2-2"))).aer()).isZero();
    }

    @Test
    void nothingFoundIsPreciseAndMissesEverything() throws InputException {
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(List.of(parse("0-0")), List.of(parse("")));
        assertThat(scores.precision()).isOne();
        assertThat(scores.recall()).isZero();
        assertThat(scores.f1()).isZero();
        assertThat(scores.aer()).isOne();
    }

    @Property
    void anAlignmentHasNoErrorAgainstItself(@ForAll("alignments") List<Alignment> gold) {
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(gold, gold);
        assertThat(scores.aer()).isZero();
        assertThat(scores.precision()).isOne();
        assertThat(scores.recall()).isOne();
    }

    @Property
    void amongSureLinksGoldAndFoundMayChangePlaces(@ForAll("corpora") List<List<Alignment>> corpus) {
        List<Alignment> one = sure(corpus.getFirst());
        List<Alignment> other = sure(corpus.getLast());
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(one, other);
        AlignmentMetrics.Scores exchanged = AlignmentMetrics.score(other, one);
        assertThat(scores.aer()).isEqualTo(exchanged.aer());
        assertThat(scores.precision()).isEqualTo(exchanged.recall());
        if (scores.found() > 0 && scores.sure() > 0) {
            assertThat(scores.f1()).as("1 − AER where every gold link is sure").isCloseTo(1 - scores.aer(), within(1e-12));
        }
    }

    @Property
    void aPossibleGoldLinkNeverHurtsThoseWhoFindIt(@ForAll("corpora") List<List<Alignment>> corpus) {
        AlignmentMetrics.Scores scores = AlignmentMetrics.score(corpus.getFirst(), corpus.getLast());
        AlignmentMetrics.Scores sureOnly = AlignmentMetrics.score(
                corpus.getFirst().stream()
                        .map(each -> Alignment.of(each.links().stream().filter(link -> link.state() == LinkState.SURE).toList()))
                        .toList(),
                corpus.getLast());
        assertThat(scores.aer()).isLessThanOrEqualTo(sureOnly.aer());
        assertThat(scores.recall()).isEqualTo(sureOnly.recall());
        assertThat(scores.aer()).isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<List<List<Alignment>>> corpora() {
        return alignments().list().ofSize(2);
    }

    @Provide
    Arbitrary<List<Alignment>> alignments() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, 4);
        return Combinators.combine(index, index, Arbitraries.of(LinkState.SURE, LinkState.POSSIBLE))
                .as((i, j, state) -> new Link(i, j, state, 1f))
                .list()
                .ofMaxSize(10)
                .map(Alignment::of)
                .list()
                .ofSize(4);
    }

    private static List<Alignment> sure(List<Alignment> pairs) {
        return pairs.stream()
                .map(pair -> Alignment.of(pair.links().stream().map(link -> Link.sure(link.source(), link.target())).toList()))
                .toList();
    }

    @Test
    void differentNumbersOfPairsAreRefused() {
        assertThatThrownBy(() -> AlignmentMetrics.score(List.of(), List.of(Alignment.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goldAgainstItselfHasNoErrorInEveryGoldSet() throws Exception {
        for (String set : List.of("alibi-fra-eng", "hansards-eng-fra", "ugarit-grc-eng", "xlwa-eng-est", "xlwa-eng-hun")) {
            List<Alignment> gold = LinkFiles.readAll(SharedData.require("align-gold/" + set + "/gold.talp"));
            assertThat(AlignmentMetrics.score(gold, gold).aer()).as(set).isZero();
        }
    }

    private static Alignment parse(String line) throws InputException {
        return Pharaoh.parse(line, Path.of("test"), 1);
    }
}
