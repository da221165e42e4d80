package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinksLayoutTest {

    @Test
    void wordsFollowEachOtherFromTheLeft() {
        assertThat(LinksLayout.edges(new double[] {10, 20, 30}, 5, 100, false)).containsExactly(0, 15, 40);
        assertThat(LinksLayout.length(new double[] {10, 20, 30}, 5)).isEqualTo(70);
    }

    @Test
    void wordsOfRightToLeftScriptsReachTheRightEdge() {
        assertThat(LinksLayout.edges(new double[] {20, 10}, 5, 100, true)).containsExactly(65, 90);
    }

    /** Four words of 20 with gaps of 0 in a place of 50: 80 are two rows of 40, each of which fills no more than 0.8 of it. */
    @Test
    void aLineThatIsTooLongTakesRowsOfLikeLength() {
        assertThat(LinksLayout.rows(50, 50)).isEqualTo(1);
        assertThat(LinksLayout.rows(80, 50)).isEqualTo(2);
        assertThat(LinksLayout.rowsOf(new double[] {20, 20, 20, 20}, 0, 2, 50, k -> true)).containsExactly(0, 0, 1, 1);
        assertThat(LinksLayout.rowsOf(new double[] {60, 20}, 0, 2, 50, k -> true)).containsExactly(0, 1);
        assertThat(LinksLayout.rowsOf(new double[] {}, 0, 3, 50, k -> true)).isEmpty();
    }

    /** Twenty words of 10 in two rows of 100 in a place of 135, where a word that begins in a row may end later: two words that belong together, not three. */
    @Test
    void whatBelongsTogetherStaysInARowAsFarAsThereIsRoom() {
        double[] widths = new double[20];
        Arrays.fill(widths, 10);
        assertThat(LinksLayout.rowsOf(widths, 0, 2, 135, k -> true)[10]).isEqualTo(1);
        assertThat(LinksLayout.rowsOf(widths, 0, 2, 135, k -> k != 10)[10]).isZero();
        assertThat(LinksLayout.rowsOf(widths, 0, 2, 135, k -> k != 10)[11]).isEqualTo(1);
        assertThat(LinksLayout.rowsOf(widths, 0, 2, 135, k -> k < 9 || k > 11)[11]).isEqualTo(1);
    }
}
