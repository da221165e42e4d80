package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.format.Pharaoh;
import org.hydraworkbench.base.InputException;
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

    @Test
    void differentNumbersOfPairsAreRefused() {
        assertThatThrownBy(() -> AlignmentMetrics.score(List.of(), List.of(Alignment.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goldAgainstItselfHasNoErrorInEveryGoldSet() throws Exception {
        for (String set : List.of("alibi-fra-eng", "hansards-eng-fra", "ugarit-grc-eng", "xlwa-eng-est", "xlwa-eng-hun")) {
            List<Alignment> gold = LinkFile.readAll(SharedData.require("align-gold/" + set + "/gold.talp"));
            assertThat(AlignmentMetrics.score(gold, gold).aer()).as(set).isZero();
        }
    }

    private static Alignment parse(String line) throws InputException {
        return Pharaoh.parse(line, Path.of("test"), 1);
    }
}
