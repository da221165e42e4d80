package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksLayoutTest {

    @Test
    void wordsFollowEachOtherFromTheLeft() {
        assertThat(LinksLayout.edges(new double[] {10, 20, 30}, 5, 100, false)).containsExactly(0, 15, 40);
        assertThat(LinksLayout.length(new double[] {10, 20, 30}, 5)).isEqualTo(70);
    }

    @Test
    void wordsOfRightToLeftScriptsStartAtTheRightEdge() {
        assertThat(LinksLayout.edges(new double[] {10, 20}, 5, 100, true)).containsExactly(90, 65);
    }
}
