package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class OnScreenTest {

    private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1000, 700);

    @Test
    void whatLiesWithinTheScreenStaysWhereItIs() {
        Rectangle2D place = new Rectangle2D(100, 30, 900, 700);
        assertThat(OnScreen.within(place, SCREEN)).isEqualTo(place);
    }

    @Test
    void whatLiesBesideTheScreenIsMovedOntoIt() {
        assertThat(OnScreen.within(new Rectangle2D(-50, -20, 300, 200), SCREEN)).isEqualTo(new Rectangle2D(0, 30, 300, 200));
        assertThat(OnScreen.within(new Rectangle2D(900, 700, 300, 200), SCREEN)).isEqualTo(new Rectangle2D(700, 530, 300, 200));
    }

    @Test
    void whatIsLargerThanTheScreenIsMadeSmaller() {
        assertThat(OnScreen.within(new Rectangle2D(10, 40, 2000, 100), SCREEN)).isEqualTo(new Rectangle2D(0, 40, 1000, 100));
    }
}
