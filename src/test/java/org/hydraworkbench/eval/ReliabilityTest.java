package org.hydraworkbench.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** By hand. */
class ReliabilityTest {

    @Test
    void binsHoldTheMeansOfTheirSentences() {
        Reliability table = Reliability.of(new double[] {22, 28, 75, 100}, new double[] {30, 40, 70, 90});
        assertThat(table.bins()).containsExactly(
                new Reliability.Bin(20, 30, 2, 25, 35), new Reliability.Bin(70, 80, 1, 75, 70), new Reliability.Bin(90, 100, 1, 100, 90));
    }

    @Test
    void errorsAreThoseOfTheBinsAndOfTheSentences() {
        Reliability table = Reliability.of(new double[] {22, 28, 75, 100}, new double[] {30, 40, 70, 90});
        assertThat(table.calibrationError()).isCloseTo((2 * 10 + 5 + 10) / 4.0, within(1e-12));
        assertThat(table.absoluteError()).isCloseTo((8 + 12 + 5 + 10) / 4.0, within(1e-12));
    }

    /** x − mean = −1, 0, 1; y − mean = −2, 0, 2 turned round. */
    @Test
    void theCorrelationIsPearsons() {
        assertThat(Reliability.of(new double[] {1, 2, 3}, new double[] {10, 12, 14}).correlation()).isCloseTo(1, within(1e-12));
        assertThat(Reliability.of(new double[] {1, 2, 3}, new double[] {14, 12, 10}).correlation()).isCloseTo(-1, within(1e-12));
        assertThat(Reliability.of(new double[] {50, 50, 50}, new double[] {14, 12, 10}).correlation()).isNaN();
    }

    @Test
    void nothingCannotBeCompared() {
        assertThatThrownBy(() -> Reliability.of(new double[0], new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reliability.of(new double[1], new double[2])).isInstanceOf(IllegalArgumentException.class);
    }
}
