package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hydraworkbench.train.LearningRate.Decay;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void risesInALineWhileWarmingUp() {
        LearningRate rate = new LearningRate(1e-3, 4, Decay.CONSTANT);
        assertThat(rate.at(1, 100)).isCloseTo(0.25e-3, within(1e-12));
        assertThat(rate.at(4, 100)).isCloseTo(1e-3, within(1e-12));
        assertThat(rate.at(100, 100)).isEqualTo(1e-3);
    }

    @Test
    void fallsInALine() {
        LearningRate rate = new LearningRate(1, 0, Decay.LINEAR);
        assertThat(rate.at(1, 4)).isEqualTo(1);
        assertThat(rate.at(3, 4)).isEqualTo(0.5);
        assertThat(rate.at(5, 4)).isZero();
    }

    @Test
    void fallsAlongHalfACosine() {
        LearningRate rate = new LearningRate(1, 0, Decay.COSINE);
        assertThat(rate.at(1, 4)).isEqualTo(1);
        assertThat(rate.at(3, 4)).isCloseTo(0.5, within(1e-12));
    }
}
