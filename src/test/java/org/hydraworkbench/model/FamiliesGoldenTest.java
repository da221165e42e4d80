package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.Families;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.ModelWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a model of every family computes what it does in transformers, and comes out of the program as it went in. */
class FamiliesGoldenTest {

    private static final float PRECISION = 1e-4f;

    @TempDir
    Path folder;

    static List<String> models() throws HydraException {
        return FamilyModels.names();
    }

    private static Decoder load(String model) throws HydraException {
        return Decoder.load(TestModels.runtime(), FamilyModels.folder(model), Progress.none());
    }

    @Test
    void everyFamilyIsThere() throws HydraException {
        Set<String> types = new HashSet<>();
        for (String model : models()) {
            types.add(PretrainedFolder.open(FamilyModels.folder(model)).config().family().type());
        }
        assertThat(types).isEqualTo(Families.all().stream().map(ModelFamily::type).collect(Collectors.toSet()));
    }

    /** All at once, token by token with what was read before kept, and the rest after a beginning. */
    @ParameterizedTest
    @MethodSource("models")
    void logitsAreThoseOfTransformers(String model) throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected(model);
        int last = expected.ids().length - 1;
        try (Decoder decoder = load(model)) {
            TokenTable table = decoder.table();
            try (Session session = new Session(decoder)) {
                assertThat(session.feed(table, expected.ids(), table)).usingComparatorWithPrecision(PRECISION).containsExactly(expected.logits()[last]);
            }
            try (Session session = new Session(decoder)) {
                for (int i = 0; i <= last; i++) {
                    assertThat(session.feed(table, new int[] {expected.ids()[i]}, table))
                            .as("position %d", i)
                            .usingComparatorWithPrecision(PRECISION)
                            .containsExactly(expected.stepwise()[i]);
                }
            }
            try (Session session = new Session(decoder)) {
                session.append(table, Arrays.copyOf(expected.ids(), 7));
                int[] rest = Arrays.copyOfRange(expected.ids(), 7, last + 1);
                assertThat(session.feed(table, rest, table)).usingComparatorWithPrecision(PRECISION).containsExactly(expected.continued());
            }
        }
    }

    /** Two texts, of which one is longer than the windows that there are, and both go on by a token at a time. */
    @ParameterizedTest
    @MethodSource("models")
    void rowsOfDifferentLengthsAreAsEachAlone(String model) throws Exception {
        int[] ids = FamilyModels.expected(model).ids();
        int longer = ids.length - 3;
        int shorter = 4;
        try (Decoder decoder = load(model)) {
            TokenTable table = decoder.table();
            try (Session together = new Session(decoder);
                    Session one = new Session(decoder);
                    Session other = new Session(decoder)) {
                together.addRow();
                together.append(0, table, Arrays.copyOf(ids, longer));
                together.append(1, table, Arrays.copyOf(ids, shorter));
                one.append(table, Arrays.copyOf(ids, longer));
                other.append(table, Arrays.copyOf(ids, shorter));
                for (int step = 0; step < 3; step++) {
                    together.appendToAll(table, ids[longer + step], ids[shorter + step]);
                    float[] both = together.logits(table);
                    float[] first = one.feed(table, new int[] {ids[longer + step]}, table);
                    float[] second = other.feed(table, new int[] {ids[shorter + step]}, table);
                    assertThat(Arrays.copyOf(both, first.length)).as("longer, step %d", step).usingComparatorWithPrecision(PRECISION).containsExactly(first);
                    assertThat(Arrays.copyOfRange(both, first.length, both.length))
                            .as("shorter, step %d", step)
                            .usingComparatorWithPrecision(PRECISION)
                            .containsExactly(second);
                }
            }
        }
    }

    /** Read as a tree, whose branches see only what leads to them. */
    @ParameterizedTest
    @MethodSource("models")
    void answersAreAsLikelyAsInTransformers(String model) throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected(model);
        int[] ids = expected.ids();
        int[][] stretches = {{7, ids.length}, {7, 12}, {1, 9}, {ids.length - 1, ids.length}};
        try (Decoder decoder = load(model)) {
            List<AnswerScorer.Answer> answers = Arrays.stream(stretches)
                    .map(each -> new AnswerScorer.Answer(
                            List.of(new PromptPart(decoder.table(), Arrays.copyOf(ids, each[0]))), Arrays.copyOfRange(ids, each[0], each[1])))
                    .toList();
            double[] likely = new AnswerScorer(decoder, decoder.table()).logProbabilities(answers, Progress.none());
            for (int k = 0; k < stretches.length; k++) {
                double sum = 0;
                for (int i = stretches[k][0]; i < stretches[k][1]; i++) {
                    // The short texts of a model that turns long ones otherwise are those that are read first.
                    float[] scores = (stretches[k][1] == ids.length ? expected.logits() : expected.stepwise())[i - 1];
                    sum += scores[ids[i]] - logSum(scores);
                }
                assertThat(likely[k]).as("answer %d", k).isCloseTo(sum, within(2e-5 * Math.abs(sum) + 1e-5));
            }
        }
    }

    private static double logSum(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score);
        }
        return Math.log(sum);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theLossOfATextIsThatOfTransformers(String model) throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected(model);
        try (Decoder decoder = load(model)) {
            double nll = new Scorer(decoder, decoder.table()).nll(expected.ids());
            assertThat(nll).isCloseTo(expected.nll(), within(2e-5 * expected.nll()));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsSavedIsWhatWasLoaded(String model) throws Exception {
        try (Decoder decoder = load(model)) {
            decoder.save(folder, Progress.none());
        }
        try (ModelWeights before = ModelWeights.open(FamilyModels.folder(model));
                ModelWeights after = ModelWeights.open(folder)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.info(name).shape()).as(name).isEqualTo(before.info(name).shape());
                assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
            }
        }
        assertThat(Files.readString(folder.resolve(ConfigFile.NAME))).contains("\"model_type\"");
        try (Decoder again = Decoder.load(TestModels.runtime(), folder, Progress.none())) {
            assertThat(again.config().block()).isEqualTo(PretrainedFolder.open(FamilyModels.folder(model)).config().block());
        }
    }
}
