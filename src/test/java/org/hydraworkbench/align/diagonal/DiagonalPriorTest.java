package org.hydraworkbench.align.diagonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiagonalPriorTest {

    @Property
    void closedFormIsTheSumOfItsTerms(
            @ForAll @DoubleRange(min = 0.1, max = 14) double tension,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll @IntRange(min = 1, max = 90) int m) {
        DiagonalPrior.Shape shape = new DiagonalPrior(tension).shape(n, m);
        for (int j = 1; j <= m; j++) {
            double sum = 0;
            for (int i = 1; i <= n; i++) {
                sum += Math.exp(-tension * Math.abs((double) i / n - (double) j / m));
            }
            assertThat(shape.normaliser(j)).isCloseTo(sum, within(1e-9 * sum));
        }
    }

    @Property
    void weightsAreExponentialsOfTheDistance(
            @ForAll @DoubleRange(min = 0.1, max = 14) double tension,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 60) int m) {
        DiagonalPrior.Shape shape = new DiagonalPrior(tension).shape(n, m);
        double[] row = new double[m];
        double[] column = new double[n];
        for (int i = 1; i <= n; i++) {
            shape.weightsOfGiven(i, row);
            for (int j = 1; j <= m; j++) {
                double expected = Math.exp(-tension * Math.abs((double) i / n - (double) j / m));
                assertThat(row[j - 1]).isCloseTo(expected, within(1e-12));
                shape.weightsOfGenerated(j, column);
                assertThat(column[i - 1]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void lengthsBeyondTheKeptTablesAreTheSame() {
        double[] weights = new double[3];
        new DiagonalPrior(4).shape(5000, 3).weightsOfGiven(2500, weights);
        assertThat(weights[2]).isCloseTo(Math.exp(-2), within(1e-12));
    }
}
