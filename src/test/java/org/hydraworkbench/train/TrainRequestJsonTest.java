package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.LearningRate.Decay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainRequestJsonTest {

    private static final HeldOut TEXT = HeldOut.text(Path.of("corpus", "kab.txt"), 50);
    private static final TrainRequest VERSION_3 = full(Directions.BACK, new Regularisation(.1, .2, .3, 0), Path.of("corpus", "made.tsv"), TEXT, Thrift.NONE, 0);
    private static final TrainRequest VERSION_4 = measured(0, Thrift.NONE);
    private static final TrainRequest VERSION_5 = measured(.4, Thrift.NONE);
    private static final TrainRequest VERSION_6 = measured(.4, new Thrift(2, true));
    private static final TrainRequest VERSION_7 = with(VERSION_6, VERSION_6.options().withKeep(3).withDetails(new PlanDetails(8, 4, List.of("model.layers.0.*"))));

    private static TrainRequest with(TrainRequest request, TrainOptions options) {
        return new TrainRequest(
                request.start(), request.data(), request.synthetic(), options, request.out(), request.resume(), request.runtime());
    }

    private static final TrainRequest FULL = VERSION_7.withSamples(new Samples(Path.of("corpus", "shown.tsv"), 25));

    private static TrainRequest measured(double bpeDropout, Thrift thrift) {
        return full(
                Directions.BACK,
                new Regularisation(.1, .2, .3, bpeDropout),
                Path.of("corpus", "made.tsv"),
                HeldOut.pairs(Path.of("corpus", "dev.tsv"), 50).withPatience(4),
                thrift,
                200);
    }

    private static TrainRequest full(Directions directions, Regularisation regularisation, @Nullable Path synthetic, HeldOut heldOut, Thrift thrift, int average) {
        Precision precision = thrift.recompute() ? Precision.BFLOAT16 : Precision.AUTO; // both are of the same version
        return new TrainRequest(
                new TrainStart.Hydra(Path.of("models", "en-kab"), "plain", "en", directions),
                List.of(Path.of("corpus", "eng-kab.tsv")),
                synthetic,
                new TrainOptions(
                        TrainPlan.OUTER_LAYERS,
                        300,
                        16,
                        96,
                        new LearningRate(1e-3, 30, Decay.COSINE),
                        0.02,
                        regularisation,
                        0.5,
                        -9_007_199_254_740_993L,
                        120,
                        heldOut,
                        thrift,
                        average,
                        PlanDetails.USUAL,
                        1),
                Path.of("runs", "1", "out"),
                true,
                new RuntimeOptions(DeviceChoice.CPU, 4, precision));
    }

    private static String version(int number) throws IOException {
        return Files.readString(TestModels.resource("/org/hydraworkbench/train/request-version-" + number + ".json"));
    }

    private static String present() throws IOException {
        return version(8);
    }

    /** A request with one member replaced or added, in {@code options} where that is where it belongs. */
    private static String with(String name, String value) throws IOException {
        JsonObject json = JsonParser.parseString(present()).getAsJsonObject();
        JsonObject options = json.getAsJsonObject("options");
        (options.has(name) ? options : json).add(name, JsonParser.parseString(value));
        return json.toString();
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String json) {
        return assertThatThrownBy(() -> TrainRequestJson.read(json)).isInstanceOf(InputException.class);
    }

    @Test
    void versionOneIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(1))).as("there were no directions").isEqualTo(full(Directions.THERE, Regularisation.NONE, null, TEXT, Thrift.NONE, 0));
    }

    @Test
    void versionTwoIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(2))).isEqualTo(full(Directions.BACK, Regularisation.NONE, null, TEXT, Thrift.NONE, 0));
    }

    @Test
    void versionThreeIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(3))).isEqualTo(VERSION_3);
    }

    @Test
    void versionFourIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(4))).isEqualTo(VERSION_4);
    }

    @Test
    void versionFiveIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(5))).isEqualTo(VERSION_5);
    }

    @Test
    void versionSixIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(6))).isEqualTo(VERSION_6);
    }

    @Test
    void versionSevenIsReadForEver() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(version(7))).isEqualTo(VERSION_7);
    }

    /** Whoever changes what is written must raise the version and keep the files. */
    @Test
    void versionEightIsWhatIsWritten() throws HydraException, IOException {
        assertThat(TrainRequestJson.read(present())).isEqualTo(FULL);
        assertThat(JsonParser.parseString(TrainRequestJson.write(FULL)))
                .isEqualTo(JsonParser.parseString(present()));
        assertThat(TrainRequestJson.write(FULL)).doesNotContain("\n");
    }

    @Test
    void everyKindOfStartComesBack() throws HydraException {
        for (TrainStart start : List.of(
                new TrainStart.Model(Path.of("a b")),
                new TrainStart.Fresh(Path.of("config.json"), Path.of("ɣ-tokenizer\"")),
                new TrainStart.Hydra(Path.of("hydra"), null, null, Directions.BOTH))) {
            TrainRequest request = new TrainRequest(
                    start,
                    List.of(Path.of("a"), Path.of("b")),
                    TrainOptions.defaults(),
                    Path.of("out"),
                    false,
                    RuntimeOptions.defaults());
            assertThat(TrainRequestJson.read(TrainRequestJson.write(request))).isEqualTo(request);
        }
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws HydraException {
        TrainRequest request = TrainRequestJson.read(
                "{\"start\": {\"kind\": \"model\", \"folder\": \"m\"}, \"data\": [\"t\"], \"out\": \"o\"}");
        TrainOptions usual = TrainOptions.defaults();
        assertThat(request.options())
                .isEqualTo(usual.withRate(new LearningRate(usual.rate().peak(), 10, usual.rate().decay())));
        assertThat(request.resume()).isFalse();
        assertThat(request.runtime()).isEqualTo(RuntimeOptions.defaults());
    }

    @Test
    void aFieldThatIsUnknownIsRefusedByName() throws IOException {
        assertRefused(with("rank", "8")).hasMessageStartingWith("rank: there is no such field");
        assertRefused(present().replace("\"clip\"", "\"clipp\"")).hasMessageStartingWith("options.clipp: ");
        assertRefused(present().replace("\"from\"", "\"form\"")).hasMessageStartingWith("start.form: ");
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        assertRefused(with("version", "9")).hasMessageContaining("newer version");
    }

    @Test
    void whatCannotBeDoneIsToldInASentence() throws IOException {
        assertRefused(with("plan", "\"adapters\""))
                .hasMessage("options.plan: \"adapters\" cannot be used; it must be embeddings, outer-layers, full, staged, lora, dora or named.");
        assertRefused(with("lr", "0")).hasMessage("options.lr: The learning rate must be a number above 0.");
        assertRefused(with("lr", "\"NaN\"")).hasMessageStartingWith("options.lr: ");
        assertRefused(with("warmup", "301")).hasMessage("options.warmup: The warm-up must not be longer than the run of 300 steps.");
        assertRefused(with("eval-every", "0")).hasMessage("options.eval-every: The number of steps between measurements must be a whole number, at least 1.");
        assertRefused(present().replace("\"sample-every\": 25", "\"sample-every\": 0"))
                .hasMessage("samples.sample-every: The number of steps between samples must be a whole number, at least 1.");
        assertRefused(with("average", "-1")).hasMessage("options.average: The number of steps that are averaged must be a whole number, at least 0.");
        assertRefused(with("patience", "-1")).hasMessage("options.patience: The patience must be a whole number, at least 0.");
        assertRefused(present().replaceFirst("\"eval-bitext\".*", ""))
                .hasMessage("options.patience: there is nothing to measure by; give eval-text or eval-bitext.");
        assertRefused(present().replace("\"eval-every\"", "\"eval-text\": \"t\", \"eval-every\""))
                .hasMessage("options: there can be only one of eval-text and eval-bitext.");
        assertRefused(with("start", "{\"kind\": \"model\", \"folder\": \"m\"}").replace("\"synthetic\"", "\"out\""))
                .hasMessage("Only a Hydra is measured by pairs.");
        assertRefused(with("data", "[]")).hasMessage("There is no data to train on.");
        assertRefused(with("out", "\"a\\u0000b\"")).hasMessageStartingWith("out: ");
        assertRefused(with("start", "{\"folder\": \"m\"}")).hasMessageStartingWith("start.kind: is missing");
    }
}
