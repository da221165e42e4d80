package org.hydraworkbench.app.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurveTest {

    private static Curve line(int points) {
        Curve curve = new Curve("line");
        for (int i = 0; i < points; i++) {
            curve.add(i, i % 100);
        }
        return curve;
    }

    @Test
    void keepsWhatItIsGivenAndLeavesOutWhatCannotBeDrawn() {
        Curve curve = new Curve("loss");
        curve.add(1, 3);
        curve.add(2, Double.NaN);
        curve.add(0, 7);
        curve.add(3, 2);
        assertThat(curve.size()).isEqualTo(2);
        assertThat(curve.range()).containsExactly(2, 3);
    }

    @Test
    void findsTheNearestPoint() {
        Curve curve = line(10);
        assertThat(curve.nearest(-5)).isZero();
        assertThat(curve.nearest(4.4)).isEqualTo(4);
        assertThat(curve.nearest(4.6)).isEqualTo(5);
        assertThat(curve.nearest(99)).isEqualTo(9);
        assertThat(new Curve("empty").nearest(1)).isEqualTo(-1);
    }

    @Test
    void tenThousandPointsAreThinnedToAFewForEachColumnAndKeepTheirExtremes() {
        Curve curve = line(10_000);
        Axis across = new Axis(0, 9_999, false);
        Axis up = new Axis(0, 99, false);
        CurveThinning thin = new CurveThinning(curve, across, up, 0, 0, 50, 200);
        assertThat(thin.count).isLessThanOrEqualTo(4 * 52);
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < thin.count; i++) {
            top = Math.min(top, thin.ys[i]);
            bottom = Math.max(bottom, thin.ys[i]);
            if (i > 0) {
                assertThat(thin.xs[i]).isGreaterThanOrEqualTo(thin.xs[i - 1]);
            }
        }
        assertThat(top).isZero();
        assertThat(bottom).isEqualTo(200);
    }

    @Test
    void fewPointsAreAllDrawn() {
        Curve curve = line(20);
        assertThat(new CurveThinning(curve, new Axis(0, 19, false), new Axis(0, 20, false), 0, 0, 400, 100).count)
                .isEqualTo(20);
    }
}
