package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.hydraworkbench.model.family.Rope;
import org.junit.jupiter.api.Test;

class RopeTest {

    @Test
    void plainFrequenciesArePowersOfTheBase() {
        assertThat(new Rope(10000, null).frequencies(4))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(1, 0.01);
    }

    /** Expected by {@code src/test/oracle/rope_golden.py}. */
    @Test
    void llama3ScalingEqualsThatOfTransformers() {
        double[] frequencies = new Rope(500000, new Rope.Llama3(8, 1, 4, 8192)).frequencies(16);
        double[] expected = {
            1.0, 0.193922758102417, 0.03760603070259094, 0.00729266507551074, 0.0005248460220173001, 3.428102354519069e-05,
            6.647869668086059e-06, 1.289173155782919e-06
        };
        for (int i = 0; i < expected.length; i++) {
            assertThat(frequencies[i] / expected[i]).isCloseTo(1, org.assertj.core.api.Assertions.within(2e-6));
        }
    }
}
