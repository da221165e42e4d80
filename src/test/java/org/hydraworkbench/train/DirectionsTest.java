package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both directions of a pair of languages: stories260K with itself as the other language. */
class DirectionsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path hydra = Path.of("");
    private Path bitext = Path.of("");

    @BeforeEach
    void assemble() throws Exception {
        hydra = folder.resolve("hydra");
        HydraAssembler.assemble(TestModels.stories(), ENGLISH, TestModels.stories(), ESPERANTO, hydra, Progress.none());
        bitext = folder.resolve("pairs.tsv");
    }

    private HydraTrainee trainee(Directions directions) throws HydraException {
        return HydraTrainee.load(TestModels.runtime(), new TrainStart.Hydra(hydra, "plain", null, directions), Progress.none());
    }

    private BitextExamples examples(HydraTrainee trainee, int batch) throws HydraException {
        return BitextExamples.read(
                BitextFiles.of(bitext), null, trainee.examples(), TrainerTest.options(1).withBatch(batch, 64), Progress.none());
    }

    /** Expected by {@code src/test/oracle/directions_golden.py}. */
    @ParameterizedTest
    @CsvSource({"THERE, there, 0", "BACK, back, 0", "THERE, smoothed, 0.1"})
    void lossAndGradientsAreThoseOfTransformersAndTorch(Directions direction, String name, double smoothing) throws Exception {
        JsonObject golden = JsonParser.parseString(
                        Files.readString(TestModels.resource("/org/hydraworkbench/train/stories260K.directions.json")))
                .getAsJsonObject();
        Files.writeString(bitext, golden.get("source").getAsString() + "\t" + golden.get("target").getAsString() + "\n");
        JsonObject expected = golden.getAsJsonObject(name);
        double loss = golden.getAsJsonObject(Directions.CODES.code(direction)).get("loss").getAsDouble();
        try (HydraTrainee trainee = trainee(direction);
                TensorScope scope = TestModels.runtime().root().child()) {
            TrainedParameters parameters = new TrainedParameters(trainee.body(), each -> true, trainee.directions());
            StepGradients gradients = StepGradients.of(scope, examples(trainee, 1).batches(0), parameters, trainee.body(), TrainOptions.defaults().withRegularisation(new Regularisation(smoothing, 0, 0, 0)), 0);
            assertThat(gradients.loss()).as("is told without smoothing").isCloseTo(loss, within(1e-3));
            JsonObject norms = expected.getAsJsonObject("norms");
            assertThat(gradients.byName().keySet()).isEqualTo(norms.keySet());
            for (Map.Entry<String, Tensor> gradient : gradients.byName().entrySet()) {
                double norm = DecoderKernel.gradientNorm(scope, List.of(gradient.getValue())).floats()[0];
                double wanted = norms.get(gradient.getKey()).getAsDouble();
                assertThat(norm).as(gradient.getKey()).isCloseTo(wanted, within(1e-3 * wanted));
            }
            Tensor table = gradients.byName().get("model.embed_tokens.weight");
            float[] row = DecoderKernel.rows(scope, table, scope.ids(new int[] {expected.get("row").getAsInt()}, 1)).floats();
            double[] wanted = expected.getAsJsonArray("rowGradient").asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
            for (int i = 0; i < row.length; i++) {
                assertThat((double) row[i]).isCloseTo(wanted[i], within(1e-3));
            }
        }
    }

    /** What is dropped follows from the seed, and is not always the same. */
    @Test
    void dropoutFollowsFromTheSeed() throws Exception {
        Files.writeString(bitext, "The dog ran.\tA red cat.\n");
        try (HydraTrainee trainee = trainee(Directions.THERE)) {
            double whole = normWith(trainee, 0, 1);
            double once = normWith(trainee, .3, 1);
            assertThat(normWith(trainee, .3, 1)).isEqualTo(once);
            assertThat(List.of(whole, normWith(trainee, .3, 2))).doesNotContain(once);
        }
    }

    /** In however many parts, and whether layers are run again on the way back, with what is dropped the same. */
    @ParameterizedTest
    @CsvSource({"2, false", "1, true", "3, true", "9, true"})
    void thriftChangesNothing(int parts, boolean recompute) throws Exception {
        Files.writeString(bitext, "The dog ran.\tA red cat.\nA cat.\tThe dog.\nThe sun was red and the dog ran.\tThe cat sat.\n");
        try (HydraTrainee trainee = trainee(Directions.BOTH);
                TensorScope scope = TestModels.runtime().root().child()) {
            TrainedParameters parameters = new TrainedParameters(trainee.body(), name -> true, trainee.directions());
            List<Batch> batches = examples(trainee, 3).batches(0);
            TrainOptions options = TrainOptions.defaults();
            StepGradients usual = StepGradients.of(scope, batches, parameters, trainee.body(), options, 1);
            StepGradients thrifty = StepGradients.of(scope, batches, parameters, trainee.body(), options.withThrift(new Thrift(parts, recompute)), 1);
            assertThat(thrifty.loss()).isCloseTo(usual.loss(), within(1e-4));
            assertThat(thrifty.byName().keySet()).isEqualTo(usual.byName().keySet());
            for (Map.Entry<String, Tensor> each : usual.byName().entrySet()) {
                float[] other = Objects.requireNonNull(thrifty.byName().get(each.getKey())).floats();
                assertThat(other).as(each.getKey()).containsExactly(each.getValue().floats(), within(2e-4f));
            }
        }
    }

    /** The gradients that layers are run again for belong to the loss that was told: a step against them lowers it by as much. */
    @Test
    void whatIsDroppedIsDroppedOnTheWayBackToo() throws Exception {
        Files.writeString(bitext, "The dog ran.\tA red cat.\n");
        TrainOptions options = TrainOptions.defaults()
                .withRegularisation(new Regularisation(0, .3, 0, 0))
                .withThrift(new Thrift(1, true));
        try (HydraTrainee trainee = trainee(Directions.THERE);
                TensorScope scope = TestModels.runtime().root().child()) {
            TrainedParameters parameters = new TrainedParameters(trainee.body(), name -> true, trainee.directions());
            List<Batch> batches = examples(trainee, 1).batches(0);
            StepGradients before = StepGradients.of(scope, batches, parameters, trainee.body(), options, 1);
            double norm = before.norm(scope);
            double step = 1e-3 / norm;
            for (Parameter parameter : parameters.trained()) {
                Tensor gradient = Objects.requireNonNull(before.byName().get(parameter.name()));
                float[] values = gradient.floats();
                for (int i = 0; i < values.length; i++) {
                    values[i] *= (float) -step;
                }
                DecoderKernel.add(scope, List.of(parameter.tensor()), List.of(scope.floats(values, gradient.shape())));
            }
            double fallen = before.loss() - StepGradients.of(scope, batches, parameters, trainee.body(), options, 1).loss();
            assertThat(fallen).isCloseTo(step * norm * norm, within(0.1 * step * norm * norm));
        }
    }

    private double normWith(HydraTrainee trainee, double dropout, long seed) throws HydraException {
        try (TensorScope scope = TestModels.runtime().root().child()) {
            TrainedParameters parameters = new TrainedParameters(trainee.body(), name -> true, trainee.directions());
            List<Batch> batches = examples(trainee, 1).batches(0);
            return StepGradients.of(scope, batches, parameters, trainee.body(), TrainOptions.defaults().withRegularisation(new Regularisation(0, dropout, 0, 0)), seed).norm(scope);
        }
    }

    /** Read tokens are left out, but for the first; what is to be predicted stays. */
    @Test
    void wordDropoutLeavesTokensOutOfWhatIsRead() throws Exception {
        Files.writeString(bitext, ("The dog ran to the sea and the cat sat. ".repeat(4) + "\tA red cat sat.\n").repeat(40));
        TrainOptions usual = TrainerTest.options(1).withBatch(40, 256);
        try (HydraTrainee trainee = trainee(Directions.THERE)) {
            Batch whole = batch(trainee, usual, 0);
            Batch some = batch(trainee, usual.withRegularisation(new Regularisation(0, 0, .25, 0)), 0);
            assertThat(batch(trainee, usual.withRegularisation(new Regularisation(0, 0, .25, 0)), 0).ids()).isEqualTo(some.ids());
            assertThat(some.targets()).isEqualTo(whole.targets());
            int read = 0;
            int left = 0;
            for (int at = 0; at < whole.ids().length; at++) {
                if (whole.ids()[at] >= 0) {
                    read++;
                    if (some.ids()[at] != whole.ids()[at]) {
                        left++;
                        assertThat(some.ids()[at]).isEqualTo(-1);
                        assertThat(at % whole.length()).isPositive();
                    }
                }
            }
            assertThat((double) left / read).isCloseTo(.25, within(.03));
        }
    }

    /** Of the new language's words other tokens are met each time; they spell the same text, and the other language is as it was. */
    @Test
    void bpeDropoutTakesMergesOfTheNewLanguageBack() throws Exception {
        Files.writeString(bitext, ("The dog ran to the sea.\t" + "A red cat sat and the dog ran. ".repeat(3) + "\n").repeat(40));
        TrainOptions usual = TrainerTest.options(1).withBatch(40, 512);
        TrainOptions dropping = usual.withRegularisation(new Regularisation(0, 0, 0, .5));
        for (Directions direction : List.of(Directions.THERE, Directions.BACK)) {
            try (HydraTrainee trainee = trainee(direction)) {
                Tokenizer fresh = trainee.examples().getFirst().fresh();
                Batch whole = batch(trainee, usual, 0);
                Batch split = batch(trainee, dropping, 0);
                assertThat(batch(trainee, dropping, 0).ids()).isEqualTo(split.ids());
                assertThat(batch(trainee, dropping, 1).ids()).isNotEqualTo(split.ids());
                int table = direction == Directions.THERE ? 0 : 1;
                int more = 0;
                for (int row = 0; row < whole.rows(); row++) {
                    assertThat(fresh.decode(row(split, table, row), false)).isEqualTo(fresh.decode(row(whole, table, row), false));
                    assertThat(row(split, 1 - table, row)).isEqualTo(row(whole, 1 - table, row));
                    more += row(split, table, row).length - row(whole, table, row).length;
                }
                assertThat(more).isPositive();
                assertThat(Arrays.stream(split.targets()).filter(id -> id >= 0).count())
                        .as("what is to be predicted is split too, where it is in the new language")
                        .satisfies(count -> assertThat(count - Arrays.stream(whole.targets()).filter(id -> id >= 0).count())
                                .isEqualTo(direction == Directions.THERE ? more(whole, split) : 0));
            }
        }
    }

    private static long more(Batch whole, Batch split) {
        return Arrays.stream(split.ids()).filter(id -> id > 0).count() - Arrays.stream(whole.ids()).filter(id -> id > 0).count();
    }

    /** The tokens of a table that are read in a row; what fills it up has 0, which stands for nothing in these texts. */
    private static int[] row(Batch batch, int table, int row) {
        int from = (table * batch.rows() + row) * batch.length();
        return Arrays.stream(batch.ids(), from, from + batch.length()).filter(id -> id > 0).toArray();
    }

    private Batch batch(HydraTrainee trainee, TrainOptions options, long step) throws HydraException {
        return BitextExamples.read(BitextFiles.of(bitext), null, trainee.examples(), options, Progress.none()).batches(step).getFirst();
    }

    /** Real pairs come as often as makes them half as many as the synthetic ones. */
    @Test
    void realPairsAreNotDrownedBySyntheticOnes() throws Exception {
        Files.writeString(bitext, "The dog ran.\tA red cat.\n");
        Path made = folder.resolve("made.tsv");
        Files.writeString(made, "The cat sat.\tdog dog dog dog\n".repeat(6));
        TrainOptions options = TrainerTest.options(1).withBatch(9, 64);
        try (HydraTrainee trainee = trainee(Directions.THERE)) {
            Batch epoch = BitextExamples.read(BitextFiles.of(bitext), BitextFiles.of(made), trainee.examples(), options, Progress.none())
                    .batches(0)
                    .getFirst();
            List<List<Integer>> rows = new ArrayList<>();
            for (int row = 0; row < epoch.rows(); row++) {
                rows.add(Arrays.stream(epoch.targets(), row * epoch.length(), (row + 1) * epoch.length()).boxed().toList());
            }
            assertThat(rows).hasSize(9);
            assertThat(rows.stream().distinct().map(each -> Collections.frequency(rows, each))).containsExactlyInAnyOrder(3, 6);
        }
    }

    @Test
    void aStepSumsBothDirections() throws Exception {
        Files.writeString(bitext, "The dog ran.\tA red cat.\n");
        double apart = 0;
        for (Directions direction : List.of(Directions.THERE, Directions.BACK)) {
            apart += loss(direction, 1);
        }
        assertThat(loss(Directions.BOTH, 2)).isCloseTo(apart, within(1e-3));
    }

    private double loss(Directions directions, int batch) throws HydraException {
        try (HydraTrainee trainee = trainee(directions);
                TensorScope scope = TestModels.runtime().root().child()) {
            TrainedParameters parameters = new TrainedParameters(trainee.body(), name -> true, trainee.directions());
            return StepGradients.of(scope, examples(trainee, batch).batches(0), parameters, trainee.body(), TrainOptions.defaults(), 0).loss();
        }
    }

    /** Five rows a step: three there and two back, then the other way round; every pair once each way before any comes again. */
    @Test
    void directionsTakeTurnsAndGoThroughAllPairs() throws Exception {
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            pairs.append("dog ".repeat(i + 1)).append("\tcat\n");
        }
        Files.writeString(bitext, pairs);
        try (HydraTrainee trainee = trainee(Directions.BOTH)) {
            BitextExamples examples = examples(trainee, 5);
            List<Integer> rows = new ArrayList<>();
            List<Set<List<Integer>>> seen = List.of(new HashSet<>(), new HashSet<>());
            for (int step = 0; step < 2; step++) {
                for (Batch batch : examples.batches(step)) {
                    rows.add(batch.rows());
                    for (int row = 0; row < batch.rows(); row++) {
                        seen.get(batch.direction()).add(row(batch, row));
                    }
                }
            }
            assertThat(rows).containsExactly(3, 2, 2, 3);
            assertThat(seen).allMatch(direction -> direction.size() == 5);
        }
    }

    private static List<Integer> row(Batch batch, int row) {
        List<Integer> tokens = new ArrayList<>();
        for (int table = 0; table < batch.tables(); table++) {
            int from = (table * batch.rows() + row) * batch.length();
            tokens.addAll(Arrays.stream(batch.ids(), from, from + batch.length()).filter(id -> id > 0).boxed().toList());
        }
        return tokens;
    }

    /** Backwards only, the head of a model of its own takes no part. */
    @Test
    void whatNoDirectionChangesIsNotTrained() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path other = folder.resolve("other");
        HydraAssembler.assemble(untied, ENGLISH, untied, ESPERANTO, other, Progress.none());
        for (Directions directions : Directions.values()) {
            try (HydraTrainee trainee = HydraTrainee.load(
                    TestModels.runtime(), new TrainStart.Hydra(other, null, null, directions), Progress.none())) {
                List<String> names = new TrainedParameters(trainee.body(), Parameter::isTable, trainee.directions())
                        .trained().stream().map(Parameter::name).toList();
                assertThat(names.contains("lm_head.weight")).isEqualTo(directions != Directions.BACK);
                assertThat(names).contains("model.embed_tokens.weight");
            }
        }
    }

    /** What a run has learnt can be used, in both directions: at once where it is ended early, with no further step where it was stopped for now. */
    @Test
    void aRunThatEndsEarlyLeavesAHydraThatTranslates() throws Exception {
        Files.writeString(bitext, "The dog ran.\tLa hundo kuris.\nA red cat.\tRuga kato.\n");
        Path kept = folder.resolve("kept");
        Stop stop = new Stop();
        Trainer.run(TestModels.runtime(), both(kept, 1000, false), stop, metrics -> stop.keep(), Progress.none());
        assertTranslates(kept);
        Path cancelled = folder.resolve("cancelled");
        TrainerTest.StopAfter person = new TrainerTest.StopAfter();
        assertThatThrownBy(() -> Trainer.run(
                        TestModels.runtime(), both(cancelled, 1000, false), new Stop(), metrics -> person.stopped = true, person))
                .isInstanceOf(CancelledException.class);
        Trainer.run(TestModels.runtime(), both(cancelled, 1, true), new Stop(), metrics -> {}, Progress.none());
        assertTranslates(cancelled);
    }

    private TrainRequest both(Path out, int steps, boolean resume) {
        return TrainerTest.request(
                new TrainStart.Hydra(hydra, "plain", null, Directions.BOTH),
                bitext,
                TrainerTest.options(steps).withBatch(2, 64),
                out,
                resume);
    }

    private static void assertTranslates(Path folder) throws HydraException {
        try (HydraModel model = HydraModel.open(TestModels.runtime(), folder, Progress.none())) {
            PromptTemplate plain = model.manifest().templates().getFirst();
            for (LanguageTag from : List.of(ENGLISH, ESPERANTO)) {
                assertThat(model.translate(
                                        from,
                                        from.equals(ENGLISH) ? ESPERANTO : ENGLISH,
                                        "Ruga",
                                        plain,
                                        GenerationOptions.greedy(8),
                                        (token, text) -> true,
                                        Progress.none())
                                .tokens())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void backwardsTheOldLanguageStaysAndTheNewOneIsLearntToBeRead() throws Exception {
        Files.writeString(bitext, "The dog ran.\tLa hundo kuris.\nA red cat.\tRuga kato.\n");
        Path out = folder.resolve("out");
        List<Double> losses = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(
                        new TrainStart.Hydra(hydra, "plain", null, Directions.BACK),
                        bitext,
                        TrainerTest.options(25).withBatch(2, 64),
                        out,
                        false),
                new Stop(),
                metrics -> losses.add(metrics.loss()),
                Progress.none());
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
        try (SafetensorsFile before = SafetensorsFile.open(HydraManifest.tables(hydra, ENGLISH));
                SafetensorsFile after = SafetensorsFile.open(HydraManifest.tables(out, ENGLISH))) {
            assertThat(after.floats("input")).isEqualTo(before.floats("input"));
        }
        try (HydraModel trained = HydraModel.open(TestModels.runtime(), out, Progress.none());
                HydraModel fresh = HydraModel.open(TestModels.runtime(), hydra, Progress.none())) {
            int[] ids = trained.tokenizer(ESPERANTO).encodeIds("hundo");
            assertThat(trained.table(ESPERANTO).inputRows(ids)).isNotEqualTo(fresh.table(ESPERANTO).inputRows(ids));
        }
    }

    /** Of three heads only the pair's take part, and of those only the body's tables change. */
    @Test
    void ofMoreHeadsOnlyThePairsAreTrainedAndWhatIsLearntIsWrittenDown() throws Exception {
        Path three = SmallModels.threeHeads(Files.createDirectory(folder.resolve("more")));
        Files.writeString(bitext, "La hundo kuris.\tYuzzel weqjun.\nRuga kato.\tAmcic azeggaɣ.\n");
        Path out = folder.resolve("out");
        List<Double> losses = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(
                        new TrainStart.Hydra(three, "plain", "eo", Directions.BOTH),
                        bitext,
                        TrainerTest.options(25).withBatch(2, 64),
                        out,
                        false),
                new Stop(),
                metrics -> losses.add(metrics.loss()),
                Progress.none());
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
        assertThat(HydraManifest.read(out).directions())
                .containsExactly(new LanguagePair(ESPERANTO, KABYLE), new LanguagePair(KABYLE, ESPERANTO));
        for (LanguageTag language : List.of(ENGLISH, ESPERANTO, KABYLE)) {
            try (SafetensorsFile before = SafetensorsFile.open(HydraManifest.tables(three, language));
                    SafetensorsFile after = SafetensorsFile.open(HydraManifest.tables(out, language))) {
                assertThat(after.names()).isEqualTo(before.names());
                for (String name : before.names()) {
                    assertThat(Arrays.equals(Bytes.of(after, name), Bytes.of(before, name))).as(language + " " + name).isEqualTo(!language.equals(KABYLE));
                }
            }
        }
    }

    @Test
    void whatOnlyReadsIsTrainedThereAlone() throws Exception {
        SmallModels.onlyReads(hydra, ENGLISH);
        assertThatThrownBy(() -> trainee(Directions.BOTH))
                .isInstanceOf(UsageException.class)
                .hasMessageContainingAll("cannot write it", "--directions there");
        trainee(Directions.THERE).close();
        assertThatThrownBy(() -> HydraTrainee.load(
                        TestModels.runtime(), new TrainStart.Hydra(hydra, null, "eo", Directions.THERE), Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("eo is the language of the body");
    }
}
