package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hydraworkbench.model.AnswerScorer.States;
import org.junit.jupiter.api.Test;

class NearestTokensTest {

    private static float[] logs(double... probabilities) {
        float[] logs = new float[probabilities.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = (float) Math.log(probabilities[k]);
        }
        return logs;
    }

    private static States text(float[] state, int token) {
        return new States(new float[][] {state}, new int[] {token});
    }

    /** d = (10, 40), T = 100: λ = .9, weights .5744 and .4256. */
    @Test
    void theNearestShareByTheirDistance() {
        float[] near = {(float) Math.sqrt(10), 0};
        float[] far = {0, (float) Math.sqrt(40)};
        NearestTokens store = new NearestTokens(List.of(text(near, 1), text(far, 2)), 100);
        float[] logs = logs(.5, .25, .25);
        store.mix(logs, 0, 3, new float[] {0, 0}, 0);
        assertThat(Math.exp(logs[0])).isCloseTo(.1 * .5, within(1e-6));
        assertThat(Math.exp(logs[1])).isCloseTo(.9 * .574443 + .1 * .25, within(1e-6));
        assertThat(Math.exp(logs[2])).isCloseTo(.9 * .425557 + .1 * .25, within(1e-6));
    }

    @Test
    void whatIsFarAndWhatIsUnknownChangesNothing() {
        float[] logs = logs(.5, .5);
        new NearestTokens(List.of(text(new float[] {10, 0}, 1)), 100).mix(logs, 0, 2, new float[] {0, 0}, 0);
        new NearestTokens(List.of(), 100).mix(logs, 0, 2, new float[] {0, 0}, 0);
        NearestTokens.of(List.of(text(new float[] {0, 0}, 1))).mix(logs, 0, 2, new float[] {0, 0}, 0);
        assertThat(logs).containsExactly(logs(.5, .5));
    }

    @Test
    void theSameTokenFromSeveralPlacesAddsUpAndTheFifthIsNotAsked() {
        float[] here = {0, 0};
        List<States> texts = List.of(text(here, 0), text(here, 0), text(here, 1), text(here, 1), text(new float[] {1, 0}, 2));
        float[] logs = logs(0.2, 0.2, 0.6);
        new NearestTokens(texts, 2).mix(logs, 0, 3, here, 0);
        assertThat(Math.exp(logs[0])).isCloseTo(.5, within(1e-4));
        assertThat(Math.exp(logs[1])).isCloseTo(.5, within(1e-4));
        assertThat(Math.exp(logs[2])).isCloseTo(0, within(1e-4));
    }

    /** Distances to the nearest state of another text: 1, 1 and 9; their median is 1, so what is nearer than that has a share. */
    @Test
    void theTextsThemselvesTellWhatIsNear() {
        NearestTokens store =
                NearestTokens.of(List.of(text(new float[] {0}, 0), text(new float[] {1}, 1), text(new float[] {4}, 1)));
        float[] logs = logs(.5, .5);
        store.mix(logs, 0, 2, new float[] {5}, 0);
        assertThat(logs).containsExactly(logs(.5, .5));
        store.mix(logs, 0, 2, new float[] {4.5f}, 0);
        assertThat(Math.exp(logs[1])).isGreaterThan(.8);
    }

    /** In the second row of a batch, and with the state further on in the array. */
    @Test
    void onlyTheRowThatIsMeantChanges() {
        float[] logs = logs(.5, .5, .5, .5);
        new NearestTokens(List.of(text(new float[] {3}, 0)), 10).mix(logs, 2, 2, new float[] {0, 0, 3}, 2);
        assertThat(Math.exp(logs[0])).isCloseTo(.5, within(1e-6));
        assertThat(Math.exp(logs[2])).isCloseTo(1, within(1e-6));
    }
}
