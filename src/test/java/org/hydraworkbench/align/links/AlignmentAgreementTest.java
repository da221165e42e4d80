package org.hydraworkbench.align.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hydraworkbench.align.format.Pharaoh;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;

class AlignmentAgreementTest {

    @Test
    void cellsOfAPairAreCountedOnce() throws InputException {
        // 3 × 4 cells; both 0-0 and 1-1, only the first 2-2, only the second 2-3; a possible link is one, a rejected is none
        Alignment first = Alignment.of(List.of(
                Link.sure(0, 0), Link.possible(1, 1), Link.sure(2, 2), new Link(0, 3, LinkState.REJECTED, 1f)));
        Alignment second = parse("0-0 1-1 2-3");
        assertThat(AlignmentAgreement.statistics(first, second, 3, 4)).containsExactly(2, 1, 1, 8);
    }

    @Test
    void kappaIsThatOfTextbooks() {
        // a grant proposal example found in many: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no give 0.7 observed, 0.5 by chance
        assertThat(AlignmentAgreement.kappa(new long[] {20, 5, 10, 15})).isCloseTo(0.4, within(1e-12));
    }

    /** scikit-learn writes κ as 1 − Σ(w·observed)/Σ(w·expected), w being 1 off the diagonal; here with its own arithmetic. */
    @Property
    void kappaIsThatOfScikitLearn(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] confusion = {{random.nextInt(50), random.nextInt(50)}, {1 + random.nextInt(50), random.nextInt(5000)}};
        double total = 0;
        double[] rows = new double[2];
        double[] columns = new double[2];
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                total += confusion[r][c];
                rows[r] += confusion[r][c];
                columns[c] += confusion[r][c];
            }
        }
        double expected = (rows[0] * columns[1] + rows[1] * columns[0]) / total;
        double observed = confusion[0][1] + confusion[1][0];
        long[] counts = {(long) confusion[0][0], (long) confusion[0][1], (long) confusion[1][0], (long) confusion[1][1]};
        assertThat(AlignmentAgreement.kappa(counts)).isCloseTo(1 - observed / expected, within(1e-9));
    }

    @Property
    void anAlignmentAgreesWithItselfAndKappaIsSymmetric(@ForAll long seed) {
        Random random = new Random(seed);
        Alignment first = random(5, 6, random);
        Alignment second = random(5, 6, random);
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(first, first, 5, 6))).isOne();
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(first, second, 5, 6)))
                .isEqualTo(AlignmentAgreement.kappa(AlignmentAgreement.statistics(second, first, 5, 6)));
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(first, second, 5, 6))).isBetween(-1.0, 1.0);
    }

    @Test
    void agreementOnNothingIsAgreement() {
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(Alignment.empty(), Alignment.empty(), 3, 3))).isOne();
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(Alignment.empty(), Alignment.empty(), 0, 3))).isOne();
    }

    @Test
    void nothingAgainstEverythingIsNoMoreThanChance() throws InputException {
        assertThat(AlignmentAgreement.kappa(AlignmentAgreement.statistics(Alignment.empty(), parse("0-0 0-1"), 1, 2))).isZero();
    }

    @Test
    void linksOutsideThePairAreRefused() {
        assertThatThrownBy(() -> AlignmentAgreement.statistics(parse("0-0"), parse("0-2"), 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0-2");
    }

    private static Alignment random(int n, int m, Random random) {
        List<Link> links = new java.util.ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                if (random.nextInt(4) == 0) {
                    links.add(random.nextBoolean() ? Link.sure(i, j) : Link.possible(i, j));
                }
            }
        }
        return Alignment.of(links);
    }

    private static Alignment parse(String line) throws InputException {
        return Pharaoh.parse(line, Path.of("test"), 1);
    }
}
