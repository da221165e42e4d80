package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Adapter;
import org.hydraworkbench.model.AdapterFolder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.LearningRate.Decay;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");

    @BeforeEach
    void writeText() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("The ").append(i).append("th dog saw ").append(i * 7 % 13).append(" cats by the sea.\n");
        }
        text = Files.writeString(folder.resolve("text.txt"), lines);
    }

    /** Expected by {@code src/test/oracle/train_golden.py}. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"LORA", "DORA"}) // which begin with random numbers; see AdapterGradientsTest
    void lossesEqualThoseOfTransformersAndTorch(TrainPlan plan) throws HydraException, IOException {
        JsonObject golden = JsonParser.parseString(
                        Files.readString(TestModels.resource("/org/hydraworkbench/train/stories260K.losses.json")))
                .getAsJsonObject();
        Files.writeString(text, golden.get("text").getAsString() + "\n");
        TrainOptions options = planned(plan, plan == TrainPlan.STAGED ? 12 : 6).withBatch(1, 64).withWeightDecay(0.1);
        List<Double> losses = train(options, folder.resolve("out"), false, Progress.none());
        List<Double> expected = golden.getAsJsonArray(plan.name()).asList().stream().map(e -> e.getAsDouble()).toList();
        assertThat(losses).usingElementComparator((a, b) -> Math.abs(a - b) < 2e-4 ? 0 : 1).isEqualTo(expected);
    }

    @Test
    void embeddingsPlanLeavesTheBodyAsItWas() throws HydraException {
        train(options(2).withPlan(TrainPlan.EMBEDDINGS), folder.resolve("out"), false, Progress.none());
        try (ModelWeights before = ModelWeights.open(TestModels.stories());
                ModelWeights after = ModelWeights.open(folder.resolve("out"))) {
            for (String name : before.names()) {
                if (name.equals("model.embed_tokens.weight")) {
                    assertThat(after.floats(name)).isNotEqualTo(before.floats(name));
                } else {
                    assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
                }
            }
        }
    }

    /** Whatever is trained, and in a run of stages whichever it is stopped in. */
    @ParameterizedTest
    @EnumSource(TrainPlan.class)
    void aResumedRunHasTheLossesOfAnUninterruptedOne(TrainPlan plan) throws HydraException {
        TrainOptions options = planned(plan, 10);
        List<Double> whole = train(options, folder.resolve("whole"), false, Progress.none());
        Path out = folder.resolve("resumed");
        List<Double> losses = new ArrayList<>();
        StopAfter stop = new StopAfter();
        assertThatThrownBy(() -> Trainer.run(TestModels.runtime(), request(options, out, false), new Stop(), metrics -> {
                    losses.add(metrics.loss());
                    stop.stopped = metrics.step() == 4;
                }, stop))
                .isInstanceOf(CancelledException.class);
        losses.addAll(train(options, out, true, Progress.none()));
        assertThat(losses).hasSize(10).isEqualTo(whole);
    }

    /** With a rate that does not depend on the length of the run, the two are one. */
    @Test
    void aRunThatIsStoppedAndKeptIsARunOfSoManySteps() throws HydraException {
        Path out = folder.resolve("kept");
        List<Double> losses = new ArrayList<>();
        TrainOutcome outcome = keepAfter(4, options(10), out, losses);
        assertThat(outcome).isEqualTo(new TrainOutcome(4, 4, OptionalDouble.of(losses.getLast())));
        Path whole = folder.resolve("whole");
        assertThat(losses).hasSize(4).isEqualTo(train(options(4), whole, false, Progress.none()));
        try (ModelWeights kept = ModelWeights.open(out);
                ModelWeights expected = ModelWeights.open(whole)) {
            assertThat(kept.names()).isEqualTo(expected.names());
            for (String name : expected.names()) {
                assertThat(kept.floats(name)).as(name).isEqualTo(expected.floats(name));
            }
        }
        try (Decoder decoder = Decoder.load(TestModels.runtime(), out, Progress.none())) {
            assertThat(decoder.config().vocabularySize()).isEqualTo(512);
        }
    }

    @Test
    void aRunThatWasKeptGoesOnAsIfItHadNotBeenStopped() throws HydraException {
        TrainOptions options = options(10).withRate(new LearningRate(1e-3, 2, Decay.COSINE));
        List<Double> whole = train(options, folder.resolve("whole"), false, Progress.none());
        Path out = folder.resolve("kept");
        List<Double> losses = new ArrayList<>();
        keepAfter(4, options, out, losses);
        losses.addAll(train(options, out, true, Progress.none()));
        assertThat(losses).hasSize(10).isEqualTo(whole);
        try (ModelWeights after = ModelWeights.open(out);
                ModelWeights expected = ModelWeights.open(folder.resolve("whole"))) {
            String name = "model.embed_tokens.weight";
            assertThat(after.floats(name)).isEqualTo(expected.floats(name));
        }
    }

    private TrainOutcome keepAfter(int steps, TrainOptions options, Path out, List<Double> losses) throws HydraException {
        Stop stop = new Stop();
        return Trainer.run(
                TestModels.runtime(),
                request(options, out, false),
                stop,
                metrics -> {
                    losses.add(metrics.loss());
                    if (metrics.step() == steps) {
                        stop.keep();
                    }
                },
                Progress.none());
    }

    @Test
    void aFinishedRunThatIsResumedHasNothingToDo() throws HydraException {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        TrainOutcome again = Trainer.run(
                TestModels.runtime(), request(options(2), out, true), new Stop(), metrics -> {}, Progress.none());
        assertThat(again).isEqualTo(new TrainOutcome(2, 2, OptionalDouble.empty()));
    }

    /** The loss is fine, for the text has no such token; what the step makes of its huge row is not. */
    @Test
    void weightsThatAreNoNumbersAreNeverWritten() throws Exception {
        Path out = folder.resolve("out");
        Path model = SmallModels.untiedStories(folder.resolve("huge"));
        SmallModels.setLast(model, "model.embed_tokens.weight", 1e38f);
        TrainOptions wild = options(1).withPlan(TrainPlan.FULL).withRate(new LearningRate(1000, 0, Decay.CONSTANT)).withWeightDecay(1000);
        assertThatThrownBy(() -> Trainer.run(
                        TestModels.runtime(),
                        request(new TrainStart.Model(model), text, wild, out, false),
                        new Stop(),
                        metrics -> assertThat(metrics.loss()).isFinite(),
                        Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("diverged");
        assertThat(out.resolve("model.safetensors")).doesNotExist();
        assertThat(out.resolve("checkpoints/latest")).doesNotExist();
    }

    @Test
    void resumingWithAnotherBatchIsRefused() throws HydraException {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        assertThatThrownBy(() -> train(options(4).withBatch(3, 32), out, true, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("batch 2");
    }

    @Test
    void resumingWithAnotherModelIsRefused() throws Exception {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        assertThatThrownBy(() -> resumeFrom(untied, out))
                .isInstanceOf(UsageException.class)
                .hasMessage("The run to resume was begun with another model than " + untied
                        + "; give the same, or begin a new run in another folder.");
    }

    /** Of the same shape, with one other byte at the end of one tensor. */
    @Test
    void aModelWithOtherWeightsIsAnotherAndOneInAnotherPlaceIsNot() throws Exception {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        Path copy = folder.resolve("copy");
        Folders.copy(TestModels.stories(), copy, Progress.none());
        assertThat(resumeFrom(copy, out).steps()).isEqualTo(3);
        Path weights = copy.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        assertThatThrownBy(() -> resumeFrom(copy, out)).isInstanceOf(UsageException.class).hasMessageContaining("another model");
    }

    /** Of a model in bfloat16 what is frozen stays so, in memory and in what is written; what is trained is float32 until then. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aModelInBfloat16IsTrainedInPart(boolean recompute) throws Exception {
        Path half = SmallModels.half(TestModels.stories(), folder.resolve("half"));
        Path out = folder.resolve("out");
        TrainOptions options = options(8).withPlan(TrainPlan.EMBEDDINGS).withThrift(new Thrift(1, recompute));
        TrainRequest request = request(new TrainStart.Model(half), text, options, out, false);
        List<Double> losses = new ArrayList<>();
        Trainer.run(TestModels.bfloat16(), request, new Stop(), metrics -> losses.add(metrics.loss()), Progress.none());
        List<Double> exact = train(options, folder.resolve("exact"), false, Progress.none());
        assertThat(losses).usingElementComparator((a, b) -> Math.abs(a - b) < 0.02 * b ? 0 : 1).isEqualTo(exact);
        try (ModelWeights before = ModelWeights.open(half);
                ModelWeights after = ModelWeights.open(out);
                SafetensorsFile trained = SafetensorsFile.open(out.resolve("checkpoints/step-00000008/trained.safetensors"))) {
            for (String name : before.names()) {
                assertThat(after.info(name)).isEqualTo(before.info(name));
                if (!name.equals("model.embed_tokens.weight")) {
                    assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
                }
            }
            assertThat(trained.info("model.embed_tokens.weight").dtype()).isEqualTo(DType.F32);
        }
    }

    /** What is frozen is not written again and again. */
    @Test
    void aCheckpointHoldsWhatIsTrained() throws Exception {
        Path out = folder.resolve("out");
        train(options(2).withPlan(TrainPlan.OUTER_LAYERS), out, false, Progress.none());
        try (SafetensorsFile trained = SafetensorsFile.open(out.resolve("checkpoints/step-00000002/trained.safetensors"));
                ModelWeights model = ModelWeights.open(out)) {
            // The third of five layers and the last norm are not trained by this plan.
            assertThat(trained.names())
                    .contains("model.embed_tokens.weight")
                    .noneMatch(name -> name.contains("layers.2.") || name.contains("model.norm"))
                    .hasSize(1 + 4 * 9);
            assertThat(trained.floats("model.embed_tokens.weight")).isEqualTo(model.floats("model.embed_tokens.weight"));
        }
        assertThat(Folders.files(out.resolve("checkpoints"))).extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("latest", "trained.safetensors", "training-state.json", "training-state.safetensors");
    }

    @Test
    void aCheckpointThatDoesNotSayWhatTheRunBeganWithIsResumed() throws Exception {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        Path state = out.resolve("checkpoints/step-00000002/training-state.json");
        JsonObject json = JsonParser.parseString(Files.readString(state)).getAsJsonObject();
        assertThat(json.remove("model").getAsString()).hasSize(64);
        Files.writeString(state, json.toString());
        Path copy = folder.resolve("copy");
        Folders.copy(TestModels.stories(), copy, Progress.none());
        assertThat(resumeFrom(copy, out).steps()).isEqualTo(3);
    }

    private TrainOutcome resumeFrom(Path model, Path out) throws HydraException {
        return Trainer.run(
                TestModels.runtime(),
                request(new TrainStart.Model(model), text, options(3), out, true),
                new Stop(),
                metrics -> {},
                Progress.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "seconds | \"\" | seconds: \"\" cannot be used; it must be a number",
        "seconds | \"0.0936\\\"34\" | seconds: \"0.0936\\\"34\" cannot be used; it must be a number",
        "seconds | [] | seconds: [] cannot be used; it must be a number",
        "seconds | true | seconds: true cannot be used; it must be a number",
        "step | 1.5 | step: 1.5 cannot be used; it must be a whole number",
        "step | null | step: is missing",
        "plan | 7 | plan: 7 cannot be used",
        "plan | \"all\" | plan: \"all\" cannot be used",
        "batch | {} | batch: {} cannot be used",
        "data | 5 | data: 5 cannot be used; it must be a string",
        "model | [1] | model: [1] cannot be used; it must be a string",
        "seed | \"x\" | seed: \"x\" cannot be used; it must be a whole number",
    })
    void aStateThatCannotBeReadIsNamedInPlainWords(String field, String value, String reason) throws Exception {
        TrainingState.of(2, 0.5, options(2), "d", "m", Optional.empty()).write(folder);
        Path file = folder.resolve("training-state.json");
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        json.add(field, JsonParser.parseString(value));
        Files.writeString(file, json.toString());
        assertThatThrownBy(() -> TrainingState.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": this checkpoint cannot be resumed (" + reason)
                .hasMessageNotContainingAny("java", "gson", "Exception", "Gson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{\"step\": 0.0936\"34\"}", "{", "5"})
    void aStateThatIsNoObjectIsNamedInPlainWords(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("training-state.json"), content);
        assertThatThrownBy(() -> TrainingState.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": this checkpoint cannot be resumed (")
                .hasMessageNotContainingAny("java", "gson", "Exception", "Gson", "lenient");
    }

    @Test
    void aFinishedRunIsNotOverwritten() throws HydraException {
        Path out = folder.resolve("out");
        train(options(1), out, false, Progress.none());
        assertThatThrownBy(() -> train(options(1), out, false, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--resume");
    }

    @Test
    void aFolderWithOtherThingsIsNotTouched() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("thesis.txt"), "x");
        assertThatThrownBy(() -> train(options(1), out, true, Progress.none())).isInstanceOf(UsageException.class);
        assertThat(out.resolve("checkpoints")).doesNotExist();
    }

    @Test
    void aLengthBeyondTheContextIsRefused() {
        assertThatThrownBy(() -> train(options(1).withBatch(1, 1000), folder.resolve("out"), false, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("512");
    }

    @Test
    void aModelFromNothingBeginsAtTheLossOfGuessing() throws HydraException, IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"model_type": "llama", "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2,
                 "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 9, "max_position_embeddings": 64}
                """);
        Path out = folder.resolve("fresh");
        List<Double> losses = new ArrayList<>();
        TrainStart start = new TrainStart.Fresh(config, TestModels.stories());
        TrainOptions options = options(30).withPlan(TrainPlan.FULL).withRate(new LearningRate(1e-2, 3, Decay.CONSTANT));
        Trainer.run(
                TestModels.runtime(),
                request(start, text, options, out, false),
                new Stop(),
                metrics -> losses.add(metrics.loss()),
                Progress.none());
        assertThat(losses.getFirst()).isCloseTo(Math.log(512), org.assertj.core.api.Assertions.within(0.05));
        assertThat(losses.getLast()).isLessThan(4.5);
        try (Decoder decoder = Decoder.load(TestModels.runtime(), out, Progress.none())) {
            assertThat(decoder.config().vocabularySize()).isEqualTo(512);
            assertThat(decoder.table().tied()).isFalse();
        }
    }

    @Test
    void evaluationTextIsMeasuredOnTheWay() throws HydraException {
        List<Long> measured = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                request(options(5).withHeldOut(HeldOut.text(text, 2)), folder.resolve("out"), false),
                new Stop(),
                metrics -> {
                    if (metrics.bitsPerByte().isPresent()) {
                        measured.add(metrics.step());
                    }
                },
                Progress.none());
        assertThat(measured).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void anEmptyEvaluationTextIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "\n\n");
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> train(options(1).withHeldOut(HeldOut.text(empty, 1)), out, false, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessage(empty + ": is empty; there is nothing to measure by");
        assertThat(out).doesNotExist();
    }

    @Test
    void aTruncatedCheckpointIsRefusedInASentence() throws HydraException, IOException {
        Path out = folder.resolve("out");
        train(options(2), out, false, Progress.none());
        Path moments = out.resolve("checkpoints/step-00000002/training-state.safetensors");
        Files.write(moments, java.util.Arrays.copyOf(Files.readAllBytes(moments), 1000));
        assertThatThrownBy(() -> train(options(4), out, true, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("training-state.safetensors");
    }

    /** The weights alone would fit, but not their gradients and moments. */
    @Test
    void aModelFromNothingWhoseTrainingTheMemoryCannotHoldIsRefusedBeforeItIsMade() throws HydraException, IOException {
        double layerBytes = 4.0 * (2.5 * 1024 * 1024 + 3 * 1024 * 4096 + 2 * 1024); // half as many key-value heads as heads
        int layers = (int) (0.6 * MachineMemory.total().orElseThrow() / layerBytes);
        JsonObject json = JsonParser.parseString(Files.readString(TestModels.stories().resolve("config.json"))).getAsJsonObject();
        json.addProperty("hidden_size", 1024);
        json.addProperty("intermediate_size", 4096);
        json.addProperty("num_hidden_layers", layers);
        Path config = Files.writeString(folder.resolve("large.json"), json.toString());
        TrainRequest request = request(new TrainStart.Fresh(config, TestModels.stories()), text, options(1), folder.resolve("out"), false);
        assertThatThrownBy(() -> Trainer.run(TestModels.runtime(), request, new Stop(), metrics -> {}, Progress.none()))
                .isInstanceOf(ResourceException.class)
                .hasMessageStartingWith("Not enough memory: training a model of these sizes, with gradients, moments");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** What was learnt beside the weights is in the model, and beside it as peft reads it. */
    @ParameterizedTest
    @EnumSource(names = {"LORA", "DORA"})
    void whatIsLearntBesideTheWeightsIsMergedAndKept(TrainPlan plan) throws Exception {
        Path out = folder.resolve("out");
        TrainOptions options = planned(plan, 5);
        List<Double> losses = train(options, out, false, Progress.none());
        assertThat(losses.getLast()).isLessThan(losses.getFirst());
        Path merged = Files.createDirectory(folder.resolve("merged"));
        try (Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Decoder.Use.TRAIN, Progress.none())) {
            AdapterFolder.apply(out.resolve(AdapterFolder.NAME), decoder, 1);
            assertThat(decoder.adapter()).isEqualTo(new Adapter(plan == TrainPlan.DORA, 4, 8));
            decoder.save(merged, Progress.none());
        }
        try (ModelWeights base = ModelWeights.open(TestModels.stories());
                ModelWeights trained = ModelWeights.open(out);
                ModelWeights again = ModelWeights.open(merged)) {
            assertThat(trained.names()).isEqualTo(base.names());
            for (String name : base.names()) {
                assertThat(again.floats(name)).as(name).isEqualTo(trained.floats(name));
                if (name.contains("norm")) {
                    assertThat(trained.floats(name)).as(name).isEqualTo(base.floats(name));
                } else {
                    assertThat(trained.floats(name)).as(name).isNotEqualTo(base.floats(name));
                }
            }
        }
    }

    @Test
    void resumingWithAnotherRankIsRefused() throws HydraException {
        Path out = folder.resolve("out");
        train(planned(TrainPlan.LORA, 2), out, false, Progress.none());
        assertThatThrownBy(() -> train(planned(TrainPlan.LORA, 4).withDetails(new PlanDetails(5, 8, List.of())), out, true, Progress.none()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("plan lora of rank 4 and alpha 8.0");
    }

    @Test
    void asManyCheckpointsStayAsAreWanted() throws Exception {
        Path out = folder.resolve("out");
        for (int steps = 1; steps <= 4; steps++) {
            train(options(steps).withKeep(3), out, steps > 1, Progress.none());
        }
        assertThat(Folders.list(out.resolve("checkpoints")).stream().filter(Files::isDirectory).map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrder("step-00000002", "step-00000003", "step-00000004");
    }

    static TrainOptions planned(TrainPlan plan, int steps) {
        return options(steps)
                .withDetails(new PlanDetails(4, 8, List.of("model.embed_tokens.weight", "model.layers.1.self_attn.*")))
                .withPlan(plan);
    }

    /** What is written is what the model that is kept goes on with, and the last tokens of a beginning without end are read. */
    @Test
    void aModelOfOneVocabularyGoesOnFromBeginnings() throws HydraException, IOException {
        String endless = "the cat sat on the mat and ".repeat(200);
        Path asked = Files.writeString(folder.resolve("asked.txt"), "Once upon\ta time\n\n" + endless + "\nLily\n");
        List<Metrics> steps = new ArrayList<>();
        Path out = folder.resolve("out");
        Trainer.run(
                TestModels.runtime(), request(options(3), out, false).withSamples(new Samples(asked, 2)), new Stop(), steps::add, Progress.none());
        assertThat(steps).extracting(step -> step.samples().size()).containsExactly(3, 3, 3);
        assertThat(steps.getLast().samples()).extracting(Sample::prompt).containsExactly("Once upon", endless, "Lily");
        assertThat(steps.getLast().samples()).extracting(Sample::reference).containsExactly("a time", "", "");
        try (PlainTrainee kept = PlainTrainee.load(TestModels.runtime(), out, Progress.none())) {
            assertThat(Sampler.ofText(asked, kept).write(Progress.none())).isEqualTo(steps.getLast().samples());
        }
        Path without = folder.resolve("without");
        train(options(3), without, false, Progress.none());
        assertThat(out.resolve("model.safetensors")).hasSameBinaryContentAs(without.resolve("model.safetensors"));
    }

    static TrainOptions options(int steps) {
        return TrainOptions.defaults()
                .withPlan(TrainPlan.FULL)
                .withSteps(steps)
                .withBatch(2, 32)
                .withSeed(3)
                .withRate(new LearningRate(1e-3, 0, Decay.CONSTANT));
    }

    private TrainRequest request(TrainOptions options, Path out, boolean resume) {
        return request(new TrainStart.Model(TestModels.stories()), text, options, out, resume);
    }

    static TrainRequest request(TrainStart start, Path data, TrainOptions options, Path out, boolean resume) {
        return new TrainRequest(start, List.of(data), options, out, resume, TestModels.options());
    }

    private List<Double> train(TrainOptions options, Path out, boolean resume, Progress progress) throws HydraException {
        List<Double> losses = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(), request(options, out, resume), new Stop(), metrics -> losses.add(metrics.loss()), progress);
        return losses;
    }

    /** Progress of a person who cancels when {@code stopped} is set. */
    static final class StopAfter implements Progress {
        boolean stopped;

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String message) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return stopped;
        }
    }
}
