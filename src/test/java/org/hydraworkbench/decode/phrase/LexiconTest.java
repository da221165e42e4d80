package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.links.Links;
import org.junit.jupiter.api.Test;

/** Worked out by hand: a pair 0 1 – 0 1 with the links 0-0 (.5), 1-0 (.5), 1-1 (1), and a pair 0 – 2 without any. */
class LexiconTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private final Links links = Links.of(List.of(
            new Alignment(List.of(link(0, 0, .5f), link(1, 0, .5f), link(1, 1, 1f))), Alignment.empty()));
    private final Lexicon lexicon = new Lexicon();

    private static Link link(int source, int target, float confidence) {
        return new Link(source, target, LinkState.SURE, confidence);
    }

    private void change(int pair, int sign) {
        lexicon.add(pair == 0 ? new int[] {0, 1} : new int[] {0}, pair == 0 ? new int[] {0, 1} : new int[] {2}, links, pair, sign);
    }

    @Test
    void sharesConfidenceAndWhatIsLeft() {
        change(0, 1);
        change(1, 1);
        assertThat(lexicon.targetGivenSource(0, 0)).isCloseTo(.5 / (.5 + .5 + 1), CLOSE);
        assertThat(lexicon.nothingGivenSource(0)).isCloseTo(1.5 / 2, CLOSE);
        assertThat(lexicon.targetGivenSource(1, 1)).isCloseTo(1 / 1.5, CLOSE);
        assertThat(lexicon.sourceGivenTarget(1, 0)).isCloseTo(.5 / (1 + .25), CLOSE);
        assertThat(lexicon.nothingGivenSource(7)).isZero();
    }

    @Test
    void aWordNeedsOneExplanation() {
        change(0, 1);
        change(1, 1);
        // target 2 stood alone: 1 of 1.25 unlinked target words
        assertThat(lexicon.logTarget(new int[] {0, 1}, 0, 2, new int[] {1, 2})).isCloseTo(Math.log(1 / 1.5) + Math.log(.3 * 1 / 1.25), CLOSE);
        assertThat(lexicon.logTarget(new int[] {0}, 0, 1, new int[] {1})).isCloseTo(Math.log(1e-4), CLOSE);
        // source 0 stood alone: 1.5 of 1.5 unlinked source words
        assertThat(lexicon.logSource(new int[] {0, 1}, 0, 2, new int[] {1})).isCloseTo(Math.log(.3) + Math.log(1), CLOSE);
    }

    @Test
    void whatIsTakenAwayCountsNoMore() {
        change(0, 1);
        change(1, 1);
        change(0, -1);
        assertThat(lexicon.targetGivenSource(0, 0)).isZero();
        assertThat(lexicon.nothingGivenSource(0)).isCloseTo(1, CLOSE);
    }
}
