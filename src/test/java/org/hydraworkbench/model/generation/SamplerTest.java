package org.hydraworkbench.model.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SamplerTest {

    /** Probabilities 0.4, 0.3, 0.2, 0.1. */
    private static final float[] SCORES = {(float) Math.log(0.2), (float) Math.log(0.4), (float) Math.log(0.1), (float) Math.log(0.3)};

    @Test
    void drawsAsOftenAsTheProbabilitiesSay() {
        double[] shares = shares(1, 0, 1, 0);
        assertThat(shares).usingComparatorWithPrecision(0.02).containsExactly(0.2, 0.4, 0.1, 0.3);
    }

    @Test
    void temperatureSharpens() {
        // At 0.5 probabilities are squared: 4, 16, 1, 9 of 30.
        double[] shares = shares(0.5, 0, 1, 0);
        assertThat(shares[1]).isCloseTo(16 / 30.0, within(0.02));
    }

    @Test
    void topKKeepsTheBest() {
        double[] shares = shares(1, 2, 1, 0);
        assertThat(shares).usingComparatorWithPrecision(0.02).containsExactly(0, 4 / 7.0, 0, 3 / 7.0);
    }

    @Test
    void topPKeepsTheFewestThatReachTheSum() {
        // 0.4 + 0.3 reaches 0.65; 0.4 alone does not.
        double[] shares = shares(1, 0, 0.65, 0);
        assertThat(shares).usingComparatorWithPrecision(0.02).containsExactly(0, 4 / 7.0, 0, 3 / 7.0);
    }

    @Property(tries = 50)
    void temperatureZeroTakesTheBest(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        assertThat(new Sampler(new Sampling(0, 0, 1, 0, seed)).choose(SCORES.clone(), 0, 4)).isEqualTo(1);
    }

    @Test
    void minPKeepsWhatIsLikelyEnoughBesideTheLikeliest() {
        // 0.6 of 0.4 is 0.24.
        double[] shares = shares(1, 0, 1, 0.6);
        assertThat(shares).usingComparatorWithPrecision(0.02).containsExactly(0, 4 / 7.0, 0, 3 / 7.0);
    }

    private static double[] shares(double temperature, int topK, double topP, double minP) {
        Sampler sampler = new Sampler(new Sampling(temperature, topK, topP, minP, 1));
        double[] counts = new double[4];
        for (int i = 0; i < 10000; i++) {
            counts[sampler.choose(SCORES.clone(), 0, 4)]++;
        }
        return Arrays.stream(counts).map(count -> count / 10000).toArray();
    }
}
