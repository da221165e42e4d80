package org.hydraworkbench.decode.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IsotonicTest {

    /** Worked out by hand: 3 and 2 are pooled, then 2.5 and 1 with them, to 2. */
    @Test
    void whatWouldFallIsPooled() {
        Isotonic curve = Isotonic.fit(new double[] {4, 1, 3, 2, 5}, new double[] {1, 0, 2, 3, 6}, 1);
        assertThat(curve.from()).containsExactly(1.0, 3.0, 5.0);
        assertThat(curve.to()).containsExactly(0.0, 2.0, 6.0);
        assertThat(curve.of(2)).isEqualTo(1);
        assertThat(curve.of(4.5)).isEqualTo(5);
        assertThat(curve.of(-9)).isZero();
        assertThat(curve.of(9)).isEqualTo(6);
    }

    @Test
    void aStepHasAtLeastSoManyPoints() {
        Isotonic curve = Isotonic.fit(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 5, 7, 9}, 2);
        assertThat(curve.from()).containsExactly(1.5, 4.0);
        assertThat(curve.to()).containsExactly(2.0, 7.0);
    }

    @Test
    void pointsAtTheSamePlaceAreOneStep() {
        Isotonic curve = Isotonic.fit(new double[] {1, 1, 1}, new double[] {2, 4, 9}, 1);
        assertThat(curve.from()).containsExactly(1.0);
        assertThat(curve.of(1)).isCloseTo(5, within(1e-12));
    }

    @Test
    void aCurveThatFallsIsNone() {
        assertThatThrownBy(() -> new Isotonic(List.of(1.0, 2.0), List.of(2.0, 1.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Isotonic(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
