package org.hydraworkbench.align.diagonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigammaPowerTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, 2.12306040265e-44",
        "0.05, 1.25284986167e-9",
        "0.3, 0.0301212546401",
        "1, 0.561459483567",
        "2.5, 2.02011944458",
        "5.99, 5.49755142367",
        "6, 5.5075378297",
        "17.25, 16.752486198",
        "1000, 999.500041688",
        "1000000, 999999.5"
    })
    void isThatOfMpmath(double x, double expected) {
        assertThat(DigammaPower.of(x)).isCloseTo(expected, within(1e-8 * expected));
    }
}
