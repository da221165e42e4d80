package org.hydraworkbench.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;
import org.junit.jupiter.api.Test;

class MixtureTest {

    private static Mixture mixture(int[] ids, double[] weights) {
        return Mixture.of(new MappingRow(0, ids, weights, Origin.EVIDENCE, 1), id -> "t" + id);
    }

    @Test
    void tokensThatMovedComeFirst() {
        Mixture before = mixture(new int[] {1, 2, 3}, new double[] {0.5, 0.3, 0.2});
        Mixture after = mixture(new int[] {1, 4, 2}, new double[] {0.5, 0.3, 0.2});
        List<MixtureChange.Line> lines = MixtureChange.lines(before, after, 10);
        assertThat(lines).extracting(MixtureChange.Line::token).containsExactly("t4", "t2", "t3", "t1");
        assertThat(lines.getFirst()).isEqualTo(new MixtureChange.Line("t4", 0, 0.3));
        assertThat(lines.get(2)).isEqualTo(new MixtureChange.Line("t3", 0.2, 0));
    }

    @Test
    void onlySoManyAreShown() {
        Mixture mixture = mixture(new int[] {1, 2, 3}, new double[] {0.5, 0.3, 0.2});
        assertThat(MixtureChange.lines(mixture, mixture, 2)).hasSize(2);
        assertThat(mixture.describe(2)).isEqualTo("t1 0.50, t2 0.30, …");
    }
}
