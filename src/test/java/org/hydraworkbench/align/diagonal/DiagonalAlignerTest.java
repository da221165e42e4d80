package org.hydraworkbench.align.diagonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hydraworkbench.align.Asked;
import org.hydraworkbench.align.ModelFile;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.LexicalTable;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.CancelAfter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagonal model against {@code src/test/oracle/diagonal_golden.py}, which sums every formula term by term. */
class DiagonalAlignerTest {

    private static final List<List<List<String>>> PAIRS = pairs();

    @ParameterizedTest
    @CsvSource({"default,FORWARD", "default,REVERSE", "published,FORWARD", "published,REVERSE"})
    void tensionIsThatOfTheOracle(String settings, Direction direction) throws Exception {
        DiagonalModel model = train(settings(settings), 1);
        double expected = Double.parseDouble(golden(settings, direction, "tension").getFirst()[3]);
        assertThat(oneWay(model, direction).prior().tension()).isCloseTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"default,FORWARD", "default,REVERSE", "published,FORWARD", "published,REVERSE"})
    void translationProbabilitiesAreThoseOfTheOracle(String settings, Direction direction) throws Exception {
        DiagonalModel model = train(settings(settings), 1);
        Vocabulary given = direction == Direction.FORWARD ? model.source() : model.target();
        Vocabulary generated = direction == Direction.FORWARD ? model.target() : model.source();
        LexicalTable table = oneWay(model, direction).table();
        List<String[]> rows = golden(settings, direction, "t");
        assertThat(rows).isNotEmpty();
        for (String[] row : rows) {
            int line = row[3].equals("<null>") ? 0 : given.id(row[3]) + 1;
            double expected = Double.parseDouble(row[5]);
            assertThat((double) table.value(line, generated.id(row[4])))
                    .as("t(%s|%s)", row[4], row[3])
                    .isCloseTo(expected, within(1e-4 * expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"default,FORWARD", "default,REVERSE", "published,FORWARD", "published,REVERSE"})
    void posteriorsAreThoseOfTheOracle(String settings, Direction direction) throws Exception {
        DiagonalModel model = train(settings(settings), 1);
        List<PairPosteriors> found = new ArrayList<>();
        for (List<List<String>> pair : PAIRS) {
            found.add(Asked.posteriors(model, pair.get(0), pair.get(1)));
        }
        List<String[]> rows = golden(settings, direction, "p");
        assertThat(rows).isNotEmpty();
        for (String[] row : rows) {
            PairPosteriors posteriors = found.get(Integer.parseInt(row[3]));
            int given = Integer.parseInt(row[4]);
            int generated = Integer.parseInt(row[5]);
            float value = switch (direction) {
                case FORWARD -> given < 0 ? posteriors.forwardNull()[generated] : posteriors.forward()[given][generated];
                case REVERSE -> given < 0 ? posteriors.reverseNull()[generated] : posteriors.reverse()[generated][given];
            };
            assertThat((double) value).as(String.join(" ", row)).isCloseTo(Double.parseDouble(row[6]), within(2e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void threadsDoNotChangeABit(int threads) throws Exception {
        IndexedBitext bitext = randomBitext();
        DiagonalModel one = train(bitext, DiagonalOptions.defaults(), 1);
        DiagonalModel many = train(bitext, DiagonalOptions.defaults(), threads);
        for (Direction direction : Direction.values()) {
            assertThat(oneWay(many, direction).prior().tension()).isEqualTo(oneWay(one, direction).prior().tension());
            assertThat(cells(oneWay(many, direction).table())).isEqualTo(cells(oneWay(one, direction).table()));
        }
    }

    @Test
    void unitsNeverSeenHaveNoLinks() throws Exception {
        PairPosteriors posteriors =
                Asked.posteriors(train(DiagonalOptions.defaults(), 1), List.of("the", "zebra"), List.of("le", "zèbre"));
        assertThat(posteriors.forwardNull()[1]).isEqualTo(1f);
        assertThat(posteriors.reverseNull()[1]).isEqualTo(1f);
        assertThat(posteriors.forward()[1]).containsOnly(0f);
        assertThat(posteriors.forward()[0][0]).isGreaterThan(0.5f);
    }

    @Test
    void marginalsOfAUnitSumToOneWithNull() throws Exception {
        PairPosteriors posteriors = Asked.posteriors(
                train(DiagonalOptions.defaults(), 1),
                List.of("we", "see", "the", "old", "sea"),
                List.of("nous", "voyons", "la", "vieille", "mer"));
        for (int k = 0; k < 5; k++) {
            double forward = posteriors.forwardNull()[k];
            double reverse = posteriors.reverseNull()[k];
            for (int other = 0; other < 5; other++) {
                forward += posteriors.forward()[other][k];
                reverse += posteriors.reverse()[k][other];
            }
            assertThat(forward).isCloseTo(1, within(1e-5));
            assertThat(reverse).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aPairWithAnEmptySideTeachesNothing() throws Exception {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        PAIRS.forEach(pair -> builder.add(pair.get(0), pair.get(1)));
        builder.add(List.of(), List.of("seul")).add(List.of("alone"), List.of());
        DiagonalModel with = train(builder.build(), DiagonalOptions.defaults(), 2);
        DiagonalModel without = train(DiagonalOptions.defaults(), 2);
        assertThat(with.forward().prior().tension()).isEqualTo(without.forward().prior().tension());
        assertThat(Asked.posteriors(with, List.of("alone"), List.of("seul")).forwardNull()[0]).isEqualTo(1f);
    }

    @Test
    void aModelReadBackGivesTheSameProbabilities(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.align");
        DiagonalModel model = train(DiagonalOptions.defaults(), 1);
        ModelFile.save(model, file);
        AlignmentModel read = ModelFile.load(file);
        assertThat(read.method()).isEqualTo(AlignmentMethod.DIAGONAL);
        for (List<List<String>> pair : PAIRS) {
            assertThat(Asked.posteriors(read, pair.get(0), pair.get(1))).usingRecursiveComparison()
                    .isEqualTo(Asked.posteriors(model, pair.get(0), pair.get(1)));
        }
    }

    @Test
    void withoutAUsablePairTheTensionStaysAsItWas() throws Exception {
        IndexedBitext halves = new IndexedBitext.Builder()
                .add(List.of(), List.of("seul"))
                .add(List.of("alone"), List.of())
                .build();
        for (Direction direction : Direction.values()) {
            assertThat(oneWay(train(halves, DiagonalOptions.defaults(), 1), direction).prior().tension())
                    .isEqualTo(DiagonalOptions.defaults().tension());
        }
    }

    @Test
    void cancellingEndsTheTraining() {
        Progress cancelled = new CancelAfter(0);
        assertThatThrownBy(() -> new DiagonalAligner().train(TrainingData.of(bitext()), AlignOptions.defaults(), cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static DiagonalOptions settings(String name) {
        return name.equals("published") ? DiagonalOptions.published() : DiagonalOptions.defaults();
    }

    private static DiagonalModel.OneWay oneWay(DiagonalModel model, Direction direction) {
        return direction == Direction.FORWARD ? model.forward() : model.reverse();
    }

    private static DiagonalModel train(DiagonalOptions settings, int threads) throws HydraException {
        return train(bitext(), settings, threads);
    }

    private static DiagonalModel train(IndexedBitext bitext, DiagonalOptions settings, int threads) throws HydraException {
        AlignOptions options = AlignOptions.defaults().withThreads(threads);
        return (DiagonalModel)
                new DiagonalAligner(settings).train(TrainingData.of(bitext), options, Progress.none()).model();
    }

    private static IndexedBitext bitext() {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        PAIRS.forEach(pair -> builder.add(pair.get(0), pair.get(1)));
        return builder.build();
    }

    /** More sentences than one task takes. */
    private static IndexedBitext randomBitext() {
        Random random = new Random(7);
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (int p = 0; p < 5 * TypePairs.PAIRS_A_TASK / 2; p++) {
            builder.add(randomUnits(random), randomUnits(random));
        }
        return builder.build();
    }

    private static List<String> randomUnits(Random random) {
        return random.ints(random.nextInt(12), 0, 300).mapToObj(k -> "u" + k * k / 300).toList();
    }

    private static List<String> cells(LexicalTable table) {
        List<String> cells = new ArrayList<>();
        table.forEach((row, column, value) -> cells.add(row + " " + column + " " + Float.floatToRawIntBits(value)));
        return cells;
    }

    private static List<List<List<String>>> pairs() {
        return lines("diagonal-pairs.txt").stream()
                .map(line -> Arrays.stream(line.split(" \\|\\|\\| ")).map(side -> List.of(side.split(" "))).toList())
                .toList();
    }

    private static List<String[]> golden(String settings, Direction direction, String kind) {
        return lines("diagonal-golden.tsv").stream()
                .map(line -> line.split("\t"))
                .filter(row -> row[0].equals(settings) && row[1].equals(direction.name()) && row[2].equals(kind))
                .toList();
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DiagonalAlignerTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
