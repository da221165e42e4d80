package org.hydraworkbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideTest {

    @Test
    void theOtherSideIsAcross() {
        assertThat(Side.SOURCE.other()).isEqualTo(Side.TARGET);
        assertThat(Side.TARGET.other()).isEqualTo(Side.SOURCE);
    }
}
