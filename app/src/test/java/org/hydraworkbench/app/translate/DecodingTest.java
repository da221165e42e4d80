package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodingTest {

    @Test
    void onlyTheSettingsOfTheChosenModeReachTheModel() {
        Decoding settings = new Decoding(Decoding.Mode.GREEDY, 4, 0.7, 40, 0.9, 64);
        assertThat(settings.options(1).beams().count()).isEqualTo(1);
        assertThat(settings.options(1).sampling().temperature()).isZero();
        assertThat(settings.withMode(Decoding.Mode.BEAM).options(1).beams().count()).isEqualTo(4);
        assertThat(settings.withMode(Decoding.Mode.BEAM).options(1).sampling().temperature()).isZero();
        assertThat(settings.withMode(Decoding.Mode.SAMPLING).options(9).sampling().temperature()).isEqualTo(0.7);
        assertThat(settings.withMode(Decoding.Mode.SAMPLING).options(9).sampling().seed()).isEqualTo(9);
    }

    @Test
    void settingsOutOfRangeAreBroughtBack() {
        Decoding settings = new Decoding(Decoding.Mode.SAMPLING, 99, 9, -1, 0, 0);
        assertThat(settings.beams()).isEqualTo(16);
        assertThat(settings.temperature()).isEqualTo(2);
        assertThat(settings.topK()).isZero();
        assertThat(settings.maxTokens()).isEqualTo(1);
    }
}
