package org.hydraworkbench.project.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job was asked to do, as projects store it. */
class OrderTest {

    /** What older orders mean that do not speak of directions: there was one. */
    private static final TrainingSettings ONE_WAY = TrainingSettings.defaults().withDirections(Directions.THERE);

    private static final List<ArtefactInput> INPUTS = List.of(
            new ArtefactInput(ArtefactInput.Type.START, "start", 9L, "Hydra en–kab, tuned", "f0"),
            new ArtefactInput(ArtefactInput.Type.ARTEFACT, "hydra", 7L, "Hydra en–kab, untuned", "f1"),
            ArtefactInput.state(ArtefactInput.Type.CORPORA, "train", "f2"));

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(Use use) throws Exception {
        Order order = new Order("train", TrainingSettings.CODEC.write(ONE_WAY), use, INPUTS);
        assertThat(Order.of(job("train", order.json().toString()))).isEqualTo(order);
        for (ArtefactInput.Type type : ArtefactInput.Type.values()) {
            Order one = new Order("map", new JsonObject(), use, List.of(ArtefactInput.state(type, "x", "h")));
            assertThat(Order.of(job("map", one.json().toString()))).isEqualTo(one);
        }
    }

    /** A file that stays, as people's projects hold such. */
    @Test
    void whatVersion2StoredIsRead() throws Exception {
        String stored = """
                {"version":2,"operation":"train","settings":{"version":2,"steps":7},"use":"always","inputs":[
                {"type":"start","use":"start","artefact":9,"name":"Hydra en–kab, tuned","hash":"f0"},
                {"type":"artefact","use":"hydra","artefact":7,"name":"Hydra en–kab, untuned","hash":"f1"},
                {"type":"corpora","use":"train","name":"train","hash":"f2"}]}""";
        Order order = Order.of(job("train", stored));
        assertThat(order.operation()).isEqualTo("train");
        assertThat(order.use()).isEqualTo(Use.ALWAYS);
        assertThat(order.inputs()).isEqualTo(INPUTS);
        assertThat(Operations.TRAIN.settings().read(order.settings())).isEqualTo(ONE_WAY.with(options -> options.withSteps(7).withRate(1e-3, 0))); // a tenth of the steps
    }

    /** In version 1 only training could be gone on with; a run names the very model that it trains. */
    @ParameterizedTest
    @CsvSource({
        "train, pairs, hydra, 36", "train-text, target-text, tables, 35",
    })
    void trainingOfVersion1IsGoneOnWithAsItWasMeant(String kind, String material, String use, long model) throws Exception {
        TrainingSettings two = ONE_WAY.with(options -> options.withSteps(2).withBatch(2, 64));
        for (TrainPlan plan : List.of(TrainPlan.EMBEDDINGS, TrainPlan.OUTER_LAYERS, TrainPlan.FULL)) { // there were no others
            String name = plan.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            Order order = Order.of(job(kind, file("train-%s-%s".formatted(material, name))));
            assertThat(order.operation()).isEqualTo(kind);
            assertThat(order.use()).isEqualTo(Use.ALWAYS);
            assertThat(order.inputs())
                    .extracting(ArtefactInput::type, ArtefactInput::use, ArtefactInput::artefactId)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(ArtefactInput.Type.ARTEFACT, use, model),
                            org.assertj.core.groups.Tuple.tuple(ArtefactInput.Type.CORPORA, "train", null));
            assertThat(order.inputs().getLast().hash())
                    .isEqualTo("240be9af7f033c3a997a6ac9f5c55eb2092ead3a5d235d7a1bcc746859492a1f");
            int warmup = switch (plan) {
                case EMBEDDINGS -> 0;
                case OUTER_LAYERS -> 1;
                default -> 2;
            };
            LearningRate.Decay decay = switch (plan) {
                case EMBEDDINGS -> LearningRate.Decay.CONSTANT;
                case OUTER_LAYERS -> LearningRate.Decay.LINEAR;
                default -> LearningRate.Decay.COSINE;
            };
            Operation<?> operation = Operations.find(order.operation()).orElseThrow();
            assertThat(operation.settings().read(order.settings()))
                    .isEqualTo(two.with(options -> options.withPlan(plan).withRate(new LearningRate(2.5e-4, warmup, decay))));
        }
    }

    @Test
    void theRunThatWasCancelledInVersion1IsGoneOnWith() throws Exception {
        Order order = Order.of(job("train", file("train-cancelled")));
        assertThat(Operations.TRAIN.settings().read(order.settings()))
                .isEqualTo(ONE_WAY.with(options -> options.withSteps(5000).withBatch(2, 64)));
        assertThat(order.inputs().getFirst().artefactId()).isEqualTo(36);
    }

    /** Other jobs of version 1 noted a path, or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"align-realign", "assemble-1", "base-model-1", "import-1", "tokenizer-1"})
    void otherJobsOfVersion1AreNotGoneOnWith(String name) throws Exception {
        String stored = file(name);
        assertThatThrownBy(() -> Order.of(job("align", stored)))
                .isInstanceOf(InputException.class)
                .hasMessage("The job “A job” does not say what it was to do.");
    }

    @Test
    void anOrderOfANewerProgramIsRefused() {
        JsonObject json = new Order("train", new JsonObject(), Use.ALWAYS, INPUTS).json();
        json.addProperty("version", 3);
        assertThatThrownBy(() -> Order.of(job("train", json.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer version");
    }

    private static String file(String name) throws Exception {
        String text = Files.readString(TestModels.resource("/org/hydraworkbench/project/work/v1/" + name + ".json"));
        JsonParser.parseString(text);
        return text;
    }

    private static JobRecord job(String kind, String order) {
        return new JobRecord(
                1, kind, "A job", JobRecord.State.CANCELLED, Instant.EPOCH, Instant.EPOCH, "", order, "training-1", null);
    }
}
