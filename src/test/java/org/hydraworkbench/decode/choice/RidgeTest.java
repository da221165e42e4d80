package org.hydraworkbench.decode.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RidgeTest {

    /** By hand: with x = −1, 0, 1 and y = 1, 2, 6 the slope is Σxy / (Σx² + penalty), the constant the mean of y. */
    @Test
    void theSlopeIsKeptSmallTheConstantIsNot() {
        double[][] rows = {{-1, 1}, {0, 1}, {1, 1}};
        double[] solved = Ridge.solve(rows, new double[] {1, 2, 6}, 3);
        assertThat(solved).hasSize(2);
        assertThat(solved[0]).isCloseTo(1, within(1e-12));
        assertThat(solved[1]).isCloseTo(3, within(1e-12));
    }
}
