package org.hydraworkbench.align.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
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
        for (Symmetrization symmetrization : EnumSet.complementOf(EnumSet.of(Symmetrization.THRESHOLD))) {
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
    void neitherOfTheTwoFinalStepsHoldsTheOther() {
        // The intersection 0-0 grows to 1-1. Final takes 0-3 and 4-1, which reach one free unit each, and then finds both units
        // of 4-3 taken; final-and leaves out those two and so takes 4-3.
        LinkGrid forward = grid(5, 4, 0, 0, 4, 1, 0, 3);
        LinkGrid reverse = grid(5, 4, 0, 0, 1, 1, 4, 3);
        LinkGrid last = Symmetrization.GROW_DIAG_FINAL.combine(forward, reverse);
        LinkGrid lastAnd = Symmetrization.GROW_DIAG_FINAL_AND.combine(forward, reverse);
        assertThat(last.cells()).isEqualTo(grid(5, 4, 0, 0, 0, 3, 1, 1, 4, 1).cells());
        assertThat(lastAnd.cells()).isEqualTo(grid(5, 4, 0, 0, 1, 1, 4, 3).cells());
        assertThat(last.isSubsetOf(lastAnd)).isFalse();
        assertThat(lastAnd.isSubsetOf(last)).isFalse();
    }

    @Property
    void intersectionUnionAndTheDirectionsDoNotCareWhichSideIsTheSource(@ForAll long seed) {
        Random random = new Random(seed);
        LinkGrid forward = random(5, 7, random);
        LinkGrid reverse = random(5, 7, random);
        LinkGrid asForward = transposed(reverse); // from the other side the reverse direction is the forward one
        LinkGrid asReverse = transposed(forward);
        assertThat(Symmetrization.INTERSECT.combine(asForward, asReverse).cells())
                .isEqualTo(transposed(Symmetrization.INTERSECT.combine(forward, reverse)).cells());
        assertThat(Symmetrization.UNION.combine(asForward, asReverse).cells())
                .isEqualTo(transposed(Symmetrization.UNION.combine(forward, reverse)).cells());
        assertThat(Symmetrization.FORWARD.combine(asForward, asReverse).cells())
                .isEqualTo(transposed(Symmetrization.REVERSE.combine(forward, reverse)).cells());
    }

    @Test
    void growingDependsOnWhichSideIsTheSource() {
        // By rows 0-1 is followed by its neighbour 1-0, which leaves nothing free for 0-0; by columns 1-0 comes before 0-1 and is
        // not yet reached, so that the next pass takes 0-0.
        LinkGrid forward = grid(2, 3, 0, 1, 1, 0, 1, 2);
        LinkGrid reverse = grid(2, 3, 0, 0, 1, 2);
        assertThat(Symmetrization.GROW_DIAG.combine(forward, reverse).cells()).isEqualTo(grid(2, 3, 0, 1, 1, 0, 1, 2).cells());
        assertThat(transposed(Symmetrization.GROW_DIAG.combine(transposed(reverse), transposed(forward))).cells())
                .isEqualTo(grid(2, 3, 0, 0, 0, 1, 1, 2).cells());
    }

    @Test
    void aThresholdNeedsProbabilities() {
        LinkGrid grid = grid(1, 1, 0, 0);
        assertThatThrownBy(() -> Symmetrization.THRESHOLD.combine(grid, grid)).isInstanceOf(IllegalArgumentException.class);
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

    private static LinkGrid transposed(LinkGrid grid) {
        LinkGrid result = new LinkGrid(grid.targets(), grid.sources());
        for (int i = 0; i < grid.sources(); i++) {
            for (int j = 0; j < grid.targets(); j++) {
                if (grid.has(i, j)) {
                    result.add(j, i);
                }
            }
        }
        return result;
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
