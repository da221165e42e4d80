package org.hydraworkbench.app.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void ticksAreRoundNumbersWithinTheRange() {
        assertThat(new Axis(0, 10, false).ticks(5)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(new Axis(12, 987, false).ticks(2)).containsExactly(500.0);
        assertThat(new Axis(12, 987, false).ticks(4)).containsExactly(200.0, 400.0, 600.0, 800.0);
    }

    @Test
    void equalFactorsTakeEqualLengthsOnALogarithmicAxis() {
        Axis axis = new Axis(1, 100, true);
        assertThat(axis.share(10)).isEqualTo(0.5, within(1e-12));
        assertThat(axis.value(0.5)).isEqualTo(10, within(1e-9));
        assertThat(axis.ticks(4)).contains(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    }

    @Test
    void aSingleNumberGetsRoomOnBothSides() {
        Axis axis = Axis.around(5, 5, false);
        assertThat(axis.share(5)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void negativeNumbersFallBackToALinearAxis() {
        assertThat(Axis.around(-1, 1, true).logarithmic()).isFalse();
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> new Axis(3, 3, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
