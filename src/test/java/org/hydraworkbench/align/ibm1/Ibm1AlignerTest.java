package org.hydraworkbench.align.ibm1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hydraworkbench.align.Asked;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.CancelAfter;
import org.junit.jupiter.api.Test;

class Ibm1AlignerTest {

    private static final int LONGEST = 100;

    @Test
    void firstPassCountsAreThoseOfAHandCalculation() throws HydraException {
        ExpectedCounts counts = counts(house(), 1, 1);
        assertThat(count(counts, 0, 0)).isCloseTo(5 / 6.0, within(1e-12)); // NULL, the
        assertThat(count(counts, 0, 1)).isCloseTo(1 / 3.0, within(1e-12)); // NULL, house
        assertThat(count(counts, 1, 0)).isCloseTo(5 / 6.0, within(1e-12)); // la, the
        assertThat(count(counts, 1, 1)).isCloseTo(1 / 3.0, within(1e-12)); // la, house
        assertThat(count(counts, 2, 0)).isCloseTo(1 / 3.0, within(1e-12)); // maison, the
        assertThat(count(counts, 2, 1)).isCloseTo(1 / 3.0, within(1e-12)); // maison, house
    }

    @Test
    void secondPassCountsAreThoseOfAHandCalculation() throws HydraException {
        ExpectedCounts counts = counts(house(), 2, 1);
        assertThat(count(counts, 1, 0)).isCloseTo(10 / 27.0 + 1 / 2.0, within(1e-12));
        assertThat(count(counts, 1, 1)).isCloseTo(4 / 15.0, within(1e-12));
        assertThat(count(counts, 2, 0)).isCloseTo(7 / 27.0, within(1e-12));
        assertThat(count(counts, 2, 1)).isCloseTo(7 / 15.0, within(1e-12));
        assertThat(count(counts, 0, 0)).isCloseTo(10 / 27.0 + 1 / 2.0, within(1e-12));
    }

    @Property(tries = 50)
    void countsEqualThoseOfTheTextbookLoop(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int passes)
            throws HydraException {
        List<int[][]> pairs = randomPairs(new Random(seed));
        double[][] expected = textbook(pairs, passes);
        ExpectedCounts counts = counts(indexed(pairs), passes, 1);
        for (int row = 0; row < counts.rows(); row++) {
            for (int k = counts.rowStarts()[row]; k < counts.rowStarts()[row + 1]; k++) {
                assertThat(counts.values()[k]).isCloseTo(expected[row][counts.columns()[k]], within(1e-10));
                expected[row][counts.columns()[k]] = 0;
            }
        }
        assertThat(Arrays.stream(expected).flatMapToDouble(Arrays::stream).max().orElse(0)).isZero();
    }

    @Property(tries = 20)
    void everyGeneratedTokenIsSharedOutCompletely(@ForAll long seed) throws HydraException {
        List<int[][]> pairs = randomPairs(new Random(seed));
        ExpectedCounts counts = counts(indexed(pairs), 3, 2);
        long tokens = pairs.stream().filter(p -> p[0].length > 0).mapToLong(p -> p[1].length).sum();
        assertThat(Arrays.stream(counts.values()).sum()).isCloseTo(tokens, within(1e-8));
    }

    @Property(tries = 20)
    void threadsDoNotChangeABit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int threads) throws HydraException {
        IndexedBitext bitext = indexed(randomPairs(new Random(seed)));
        assertThat(counts(bitext, 4, threads).values()).isEqualTo(counts(bitext, 4, 1).values());
    }

    @Test
    void theWordsThatAlwaysMeetAreLinked() throws HydraException {
        IndexedBitext bitext = new IndexedBitext.Builder()
                .add(List.of("the", "house"), List.of("la", "maison"))
                .add(List.of("the", "book"), List.of("le", "livre"))
                .add(List.of("a", "book"), List.of("un", "livre"))
                .add(List.of("a", "house"), List.of("une", "maison"))
                .build();
        AlignmentModel model = new Ibm1Aligner()
                .train(TrainingData.of(bitext), AlignOptions.defaults().withThreads(1), Progress.none())
                .model();
        PairPosteriors posteriors = Asked.posteriors(model, List.of("the", "book"), List.of("le", "livre"));
        assertThat(posteriors.best(Direction.FORWARD).has(1, 1)).isTrue();
        assertThat(posteriors.best(Direction.REVERSE).has(1, 1)).isTrue();
        assertThat(posteriors.confidence(1, 1)).isBetween(0.4f, 1f);
        assertThat(posteriors.confidence(0, 1)).isLessThan(posteriors.confidence(1, 1));
    }

    @Test
    void marginalsOfAUnitSumToOneWithNull() throws HydraException {
        AlignmentModel model = new Ibm1Aligner()
                .train(TrainingData.of(house()), AlignOptions.defaults().withThreads(1), Progress.none())
                .model();
        PairPosteriors posteriors = Asked.posteriors(model, List.of("la", "maison"), List.of("the", "house"));
        for (int j = 0; j < 2; j++) {
            float sum = posteriors.forwardNull()[j] + posteriors.forward()[0][j] + posteriors.forward()[1][j];
            assertThat(sum).isCloseTo(1f, within(1e-5f));
        }
    }

    @Test
    void unknownUnitsHaveNoLinks() throws HydraException {
        AlignmentModel model = new Ibm1Aligner()
                .train(TrainingData.of(house()), AlignOptions.defaults().withThreads(1), Progress.none())
                .model();
        PairPosteriors posteriors = Asked.posteriors(model, List.of("zzz", "la"), List.of("yyy"));
        assertThat(posteriors.links(Symmetrization.UNION, 0).count()).isZero();
        assertThat(posteriors.confidence(0, 0)).isZero();
    }

    @Test
    void nullComesFirstAndTiesGoToTheLowestIndex() {
        float[][] even = {{0.3f, 0.4f}, {0.3f, 0.4f}};
        PairPosteriors posteriors =
                new PairPosteriors(even, even, new float[] {0.3f, 0.2f}, new float[] {0.3f, 0.1f}, Calibration.IBM1);
        assertThat(posteriors.best(Direction.FORWARD).cells()).containsExactly(new Cell(0, 1)); // NULL took target 0
        assertThat(posteriors.best(Direction.REVERSE).cells()).containsExactly(new Cell(0, 1), new Cell(1, 1));
    }

    @Test
    void cancellingEndsTheTraining() {
        Progress cancelled = new CancelAfter(0);
        assertThatThrownBy(() -> new Ibm1Aligner().train(TrainingData.of(house()), AlignOptions.defaults(), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static IndexedBitext house() {
        return new IndexedBitext.Builder()
                .add(List.of("la", "maison"), List.of("the", "house"))
                .add(List.of("la"), List.of("the"))
                .build();
    }

    private static ExpectedCounts counts(IndexedBitext bitext, int passes, int threads) throws HydraException {
        return Ibm1Aligner.expectedCounts(bitext, passes, LONGEST, threads, Progress.none());
    }

    private static double count(ExpectedCounts counts, int row, int column) {
        int at = Arrays.binarySearch(counts.columns(), counts.rowStarts()[row], counts.rowStarts()[row + 1], column);
        return at < 0 ? 0 : counts.values()[at];
    }

    private static List<int[][]> randomPairs(Random random) {
        List<int[][]> pairs = new ArrayList<>();
        pairs.add(new int[][] {{0, 1, 2, 3, 4}, {0, 1, 2, 3}}); // fixes the numbering of the forms
        for (int p = 0; p < 12; p++) {
            pairs.add(new int[][] {
                random.ints(random.nextInt(6), 0, 5).toArray(), random.ints(random.nextInt(6), 0, 4).toArray()
            });
        }
        return pairs;
    }

    private static IndexedBitext indexed(List<int[][]> pairs) {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (int[][] pair : pairs) {
            builder.add(forms(pair[0]), forms(pair[1]));
        }
        return builder.build();
    }

    private static List<String> forms(int[] units) {
        return Arrays.stream(units).mapToObj(Integer::toString).toList();
    }

    /** IBM model 1 as Brown et al. and Koehn's textbook write it, with a dense table; row 0 is NULL. */
    private static double[][] textbook(List<int[][]> pairs, int passes) {
        double[][] t = new double[6][4];
        for (double[] row : t) {
            Arrays.fill(row, 0.25);
        }
        double[][] counts = new double[6][4];
        for (int pass = 0; pass < passes; pass++) {
            counts = new double[6][4];
            for (int[][] pair : pairs) {
                if (pair[0].length == 0) {
                    continue;
                }
                for (int f : pair[1]) {
                    double sum = t[0][f];
                    for (int e : pair[0]) {
                        sum += t[e + 1][f];
                    }
                    counts[0][f] += t[0][f] / sum;
                    for (int e : pair[0]) {
                        counts[e + 1][f] += t[e + 1][f] / sum;
                    }
                }
            }
            for (int e = 0; e < 6; e++) {
                double total = Arrays.stream(counts[e]).sum();
                for (int f = 0; f < 4; f++) {
                    t[e][f] = counts[e][f] / total;
                }
            }
        }
        return counts;
    }
}
