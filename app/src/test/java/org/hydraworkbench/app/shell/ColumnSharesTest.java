package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnSharesTest {

    private static final double[] NONE = {0, 0, 0};
    private static final double[] ANY = {5000, 5000, 5000};

    private static double[] all(double... widths) {
        return widths;
    }

    @Test
    void aWidthIsDividedInProportion() {
        assertThat(ColumnShares.divide(600, all(1, 2, 3), NONE, ANY)).containsExactly(100, 200, 300);
    }

    /** 80 of 300 are taken by the first; the others have the rest as 2 to 3. */
    @Test
    void noColumnIsNarrowerThanItMayBe() {
        assertThat(ColumnShares.divide(300, all(1, 2, 3), all(80, 0, 0), ANY)).containsExactly(80, 88, 132);
    }

    @Test
    void noColumnIsWiderThanItMayBe() {
        assertThat(ColumnShares.divide(600, all(1, 2, 3), NONE, all(5000, 5000, 100))).containsExactly(500 / 3.0, 1000 / 3.0, 100);
    }

    @Test
    void withoutRoomEachHasItsLeast() {
        assertThat(ColumnShares.divide(100, all(1, 2, 3), all(50, 60, 70), ANY)).containsExactly(50, 60, 70);
    }
}
