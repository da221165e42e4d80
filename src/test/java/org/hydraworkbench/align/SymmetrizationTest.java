package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hydraworkbench.base.UsageException;
import org.junit.jupiter.api.Test;

class SymmetrizationTest {

    @Property
    void eachStepOnlyAddsAndStaysWithinTheUnion(
            @ForAll @IntRange(min = 1, max = 9) int n, @ForAll @IntRange(min = 1, max = 9) int m, @ForAll long seed) {
        Random random = new Random(seed);
        LinkGrid forward = random(n, m, random);
        LinkGrid reverse = random(n, m, random);
        LinkGrid intersect = Symmetrization.INTERSECT.combine(forward, reverse);
        LinkGrid grown = Symmetrization.GROW_DIAG.combine(forward, reverse);
        LinkGrid last = Symmetrization.GROW_DIAG_FINAL.combine(forward, reverse);
        LinkGrid lastAnd = Symmetrization.GROW_DIAG_FINAL_AND.combine(forward, reverse);
        LinkGrid union = Symmetrization.UNION.combine(forward, reverse);
        assertThat(intersect.isSubsetOf(grown)).isTrue();
        assertThat(grown.isSubsetOf(last)).isTrue();
        assertThat(grown.isSubsetOf(lastAnd)).isTrue();
        assertThat(last.isSubsetOf(union)).isTrue();
        assertThat(lastAnd.isSubsetOf(union)).isTrue();
    }

    @Property
    void aDirectionWithItselfIsItselfWhateverTheMethod(@ForAll long seed) {
        LinkGrid grid = random(6, 7, new Random(seed));
        for (Symmetrization symmetrization : Symmetrization.values()) {
            assertThat(symmetrization.combine(grid, grid).cells()).isEqualTo(grid.cells());
        }
    }

    @Property
    void finalLeavesNoUnitFreeThatTheUnionCovers(@ForAll long seed) {
        Random random = new Random(seed);
        LinkGrid forward = random(6, 6, random);
        LinkGrid reverse = random(6, 6, random);
        LinkGrid union = forward.or(reverse);
        LinkGrid last = Symmetrization.GROW_DIAG_FINAL.combine(forward, reverse);
        for (int i = 0; i < 6; i++) {
            assertThat(covers(last, i)).isEqualTo(covers(union, i));
        }
    }

    @Test
    void growDiagTakesNeighboursThatReachAFreeUnit() {
        // forward 0-0 1-1 2-1, reverse 0-0 1-1 1-2 3-3: 2-1 and 1-2 touch 1-1, 3-3 touches neither at first
        LinkGrid forward = grid(4, 4, 0, 0, 1, 1, 2, 1);
        LinkGrid reverse = grid(4, 4, 0, 0, 1, 1, 1, 2, 3, 3);
        assertThat(Symmetrization.GROW_DIAG.combine(forward, reverse).cells())
                .isEqualTo(grid(4, 4, 0, 0, 1, 1, 1, 2, 2, 1).cells());
        assertThat(Symmetrization.GROW_DIAG_FINAL_AND.combine(forward, reverse).cells())
                .isEqualTo(grid(4, 4, 0, 0, 1, 1, 1, 2, 2, 1, 3, 3).cells());
    }

    @Test
    void whatWasAddedServesAsANeighbourAtOnce() {
        // from 0-0 along the diagonal in a single pass
        LinkGrid forward = grid(3, 3, 0, 0, 1, 1, 2, 2);
        LinkGrid reverse = grid(3, 3, 0, 0);
        assertThat(Symmetrization.GROW_DIAG.combine(forward, reverse).cells()).isEqualTo(forward.cells());
    }

    @Test
    void finalTakesTheForwardDirectionFirstAndFinalAndWantsBothFree() {
        LinkGrid forward = grid(3, 3, 0, 2);
        LinkGrid reverse = grid(3, 3, 2, 2);
        assertThat(Symmetrization.GROW_DIAG_FINAL_AND.combine(forward, reverse).cells())
                .isEqualTo(forward.cells());
        assertThat(Symmetrization.GROW_DIAG_FINAL.combine(forward, reverse).count()).isEqualTo(2);
    }

    @Test
    void namesAreThoseOfTheCommandLine() throws UsageException {
        assertThat(Symmetrization.parse("grow-diag-final-and")).isEqualTo(Symmetrization.GROW_DIAG_FINAL_AND);
        assertThatThrownBy(() -> Symmetrization.parse("gdfa"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("grow-diag-final-and");
    }

    private static boolean covers(LinkGrid grid, int row) {
        for (int j = 0; j < grid.targets(); j++) {
            if (grid.has(row, j)) {
                return true;
            }
        }
        return false;
    }

    private static LinkGrid random(int n, int m, Random random) {
        LinkGrid grid = new LinkGrid(n, m);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(4) == 0) {
                    grid.add(i, j);
                }
            }
        }
        return grid;
    }

    private static LinkGrid grid(int n, int m, int... links) {
        LinkGrid grid = new LinkGrid(n, m);
        for (int k = 0; k < links.length; k += 2) {
            grid.add(links[k], links[k + 1]);
        }
        return grid;
    }
}
