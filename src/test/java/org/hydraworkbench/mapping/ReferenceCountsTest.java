package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceCountsTest {

    private final CountTable counts = new CountTable();
    private final ReferenceCounts rules = new ReferenceCounts(counts);

    @Test
    void singleTokensGetTheWholeCount() {
        rules.addUnits(new int[] {4}, new int[] {7}, 33);
        assertThat(counts.get(7, 4)).isEqualTo(33);
    }

    @Test
    void threeTokensAgainstTwoFollowBothRules() {
        // halves of 60: all-to-all 20 each; in order s1 s1 s2 s2 s3 s3 beside t1 t1 t1 t2 t2 t2, 20 each
        rules.addUnits(new int[] {1, 2, 3}, new int[] {11, 12}, 120);
        assertThat(counts.row(11)).isEqualTo(Map.of(1, 60.0, 2, 40.0, 3, 20.0));
        assertThat(counts.row(12)).isEqualTo(Map.of(1, 20.0, 2, 40.0, 3, 60.0));
    }

    @Test
    void smallCountsStillCountOnce() {
        rules.addUnits(new int[] {1, 2, 3}, new int[] {9}, 1);
        assertThat(counts.get(9, 1)).isEqualTo(1 + 1);
        assertThat(counts.get(9, 3)).isEqualTo(1 + 1);
    }

    @Test
    void countsAreCutAfterSixSignificantDigits() {
        assertThat(ReferenceCounts.whole(12.99994)).isEqualTo(12);
        assertThat(ReferenceCounts.whole(12.99996)).isEqualTo(13);
        assertThat(ReferenceCounts.whole(9.999994)).isEqualTo(9);
        assertThat(ReferenceCounts.whole(9.999996)).isEqualTo(10);
        assertThat(ReferenceCounts.whole(1234567.0)).isEqualTo(1234570);
    }
}
