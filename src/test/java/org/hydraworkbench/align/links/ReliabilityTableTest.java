package org.hydraworkbench.align.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTableTest {

    @Test
    void aBinHasTheMeanConfidenceAndTheShareOfRightLinks() {
        Alignment gold = Alignment.of(List.of(Link.sure(0, 0), Link.possible(1, 1), new Link(2, 2, LinkState.REJECTED, 1f)));
        Alignment found = Alignment.of(List.of(
                found(0, 0, 0.95f), found(1, 1, 0.9f), found(2, 2, 0.98f), found(3, 3, 0.2f), new Link(0, 1, LinkState.REJECTED, 0.2f)));
        ReliabilityTable table = new ReliabilityTable.Builder().add(gold, found).build();
        ReliabilityTable.Bin last = table.bins().get(9);
        assertThat(last.count()).isEqualTo(3);
        assertThat(last.meanConfidence()).isCloseTo((0.95 + 0.9 + 0.98) / 3, within(1e-7));
        assertThat(last.right()).isEqualTo(2 / 3.0);
        assertThat(table.bins().get(2)).isEqualTo(new ReliabilityTable.Bin(0.2, 0.3, 1, 0.2f, 0));
        assertThat(table.count()).isEqualTo(4);
        // (3·|0.94333 − 0.66667| + 1·|0.2 − 0|) / 4 by hand
        assertThat(table.expectedCalibrationError()).isCloseTo((0.83 + 0.2) / 4, within(1e-7));
    }

    @Test
    void aBinBeginsAtItsLowerEndAndTheLastHasOne() {
        ReliabilityTable.Builder builder = new ReliabilityTable.Builder();
        for (int k = 0; k <= 10; k++) {
            builder.add(Alignment.empty(), Alignment.of(List.of(found(0, 0, Float.parseFloat(k == 10 ? "1" : "0." + k)))));
        }
        assertThat(builder.build().bins()).extracting(ReliabilityTable.Bin::count).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L);
    }

    @Test
    void withoutLinksThereIsNoError() {
        ReliabilityTable table = new ReliabilityTable.Builder().add(Alignment.of(List.of(Link.sure(0, 0))), Alignment.empty()).build();
        assertThat(table.expectedCalibrationError()).isZero();
        assertThat(table.bins()).hasSize(10).allMatch(bin -> bin.count() == 0 && bin.right() == 0);
    }

    private static Link found(int i, int j, float confidence) {
        return new Link(i, j, LinkState.SURE, confidence);
    }
}
