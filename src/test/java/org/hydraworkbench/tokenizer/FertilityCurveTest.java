package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;

class FertilityCurveTest {

    private static FertilityCurve.Point point(int size, long tokens) {
        return new FertilityCurve.Point(size, new TokenizerStatistics(10, 100, 600, tokens, 0, 0));
    }

    @Test
    void aLargerVocabularyNeedsFewerTokensAndOneTooSmallForTheLettersIsLeftOut() throws Exception {
        List<String> lines = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.dev.tsv.gz")).stream()
                .map(SentencePair::target)
                .toList();
        FertilityCurve curve = FertilityCurve.measure(
                lines, TokenizerTrainer.Options.defaults().withThreads(1), List.of(100, 400, 800, 1_200), Progress.none());
        assertThat(curve.points()).extracting(FertilityCurve.Point::size).containsExactly(400, 800, 1_200);
        List<Double> fertilities = new ArrayList<>();
        curve.points().forEach(found -> fertilities.add(found.statistics().tokensPerWord()));
        assertThat(fertilities).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void proposesTheSizeWhoseDoublingSavesLittle() {
        FertilityCurve curve =
                new FertilityCurve(List.of(point(1_000, 300), point(2_000, 240), point(4_000, 232), point(8_000, 231)));
        assertThat(curve.proposedSize()).isEqualTo(2_000);
    }

    @Test
    void proposesTheLargestWhileDoublingStillHelps() {
        assertThat(new FertilityCurve(List.of(point(1_000, 300), point(2_000, 240))).proposedSize()).isEqualTo(2_000);
    }

    @Test
    void tooFewLinesAreRefused() {
        assertThatThrownBy(() -> FertilityCurve.measure(
                        List.of("a"), TokenizerTrainer.Options.defaults(), List.of(400), Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("20");
    }
}
