package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.LearningRate.Decay;
import org.hydraworkbench.weights.ModelWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {

    private static final String RESOURCES = "/org/hydraworkbench/train/";
    /** Of a loss. */
    private static final double PRECISION = 1e-5;

    @TempDir
    private Path folder = Path.of("");

    private static TrainOptions options(TrainPlan plan) {
        return TrainOptions.defaults()
                .withPlan(plan)
                .withSteps(10)
                .withBatch(4, 16)
                .withRate(new LearningRate(1e-3, 3, Decay.COSINE))
                .withWeightDecay(0.1)
                .withRegularisation(new Regularisation(0.1, 0, 0, 0))
                .withThrift(new Thrift(2, false));
    }

    private TrainRequest request(Path model, TrainOptions options, String out) {
        Path text = TestModels.resource(RESOURCES + "recipe.txt");
        return new TrainRequest(new TrainStart.Model(model), List.of(text), options, folder.resolve(out), false, TestModels.options());
    }

    private Path model(String name) throws Exception {
        if (name.equals("llama")) {
            return TestModels.stories();
        }
        Path model = folder.resolve("model");
        Folders.copy(FamilyModels.folder(name), model, Progress.none());
        Files.copy(TestModels.resource(RESOURCES + "letters/tokenizer.json"), model.resolve("tokenizer.json"));
        return model;
    }

    private Path export(TrainRequest request) throws HydraException {
        Recipe.write(TestModels.runtime(), request, Progress.none());
        return request.out();
    }

    private Path llama() throws HydraException {
        return export(request(TestModels.stories(), options(TrainPlan.FULL), "recipe"));
    }

    /** What the script would leave: the model, changed a little. */
    private Path result(Path recipe) throws Exception {
        Path result = recipe.resolve(Recipe.RESULT);
        Folders.copy(recipe.resolve(Recipe.MODEL), result, Progress.none());
        SmallModels.setLast(result, "model.norm.weight", 2.5f);
        JsonObject mark = new JsonObject();
        mark.addProperty("recipe", Hashes.of(recipe.resolve(Recipe.FILE)));
        Json.write(result.resolve(Recipe.MARK), mark);
        return result;
    }

    /** Expected by {@code src/test/oracle/recipe_golden.py}, which runs the script in one process, and in two. */
    @ParameterizedTest
    @ValueSource(strings = {"llama full", "llama embeddings", "llama outer-layers", "gpt2 full", "gemma full", "phi3 full"})
    void theScriptHasTheLossesOfThisProgram(String name) throws Exception {
        JsonObject golden = Json.readObject(TestModels.resource(RESOURCES + "recipe.golden.json")).getAsJsonObject(name);
        String[] parts = name.split(" ");
        TrainOptions options = options(TrainPlan.CODES.find(parts[1]).orElseThrow());
        Path model = model(parts[0]);
        JsonObject recipe = Json.readObject(export(request(model, options, "recipe")).resolve(Recipe.FILE));
        for (String data : List.of("tokens", "order")) {
            assertThat(recipe.getAsJsonObject(data).get("sha256")).as(data).isEqualTo(golden.get(data));
            Path file = folder.resolve("recipe").resolve(recipe.getAsJsonObject(data).get("file").getAsString());
            assertThat(Hashes.of(file)).isEqualTo(golden.get(data).getAsString());
        }
        List<Double> losses = new ArrayList<>();
        Trainer.run(TestModels.runtime(), request(model, options, "out"), new Stop(), step -> losses.add(step.loss()), Progress.none());
        for (String processes : List.of("one", "two")) {
            JsonArray expected = golden.getAsJsonArray(processes);
            assertThat(losses).hasSize(expected.size());
            for (int i = 0; i < losses.size(); i++) {
                double loss = expected.get(i).getAsDouble();
                assertThat(losses.get(i)).as("step %d of %s", i + 1, processes).isCloseTo(loss, within(PRECISION * loss));
            }
        }
    }

    @Test
    void theExportedModelIsTheOneThatTheRunBeginsWith() throws Exception {
        try (ModelWeights before = ModelWeights.open(TestModels.stories());
                ModelWeights after = ModelWeights.open(llama().resolve(Recipe.MODEL))) {
            assertThat(after.names()).isEqualTo(before.names());
            for (String name : before.names()) {
                assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
            }
        }
    }

    @Test
    void theResultIsTakenAsItIs() throws Exception {
        Path recipe = llama();
        Path result = result(recipe);
        Path out = folder.resolve("out");
        Recipe.take(recipe, out, Progress.none());
        assertThat(out).isDirectoryNotContaining("glob:**/" + Recipe.MARK);
        assertThat(Files.mismatch(out.resolve("model.safetensors"), result.resolve("model.safetensors"))).isEqualTo(-1);
        assertThat(Files.mismatch(out.resolve("tokenizer.json"), TestModels.stories().resolve("tokenizer.json"))).isEqualTo(-1);
    }

    @Test
    void whatIsNoResultOfTheRecipeIsRefused() throws Exception {
        Path recipe = llama();
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> Recipe.take(TestModels.stories(), out, Progress.none()))
                .isInstanceOf(InputException.class).hasMessageContaining("is no recipe");
        assertThatThrownBy(() -> Recipe.take(recipe, out, Progress.none()))
                .isInstanceOf(InputException.class).hasMessageContaining("has no result yet");
        result(recipe);
        JsonObject json = Json.readObject(recipe.resolve(Recipe.FILE));
        json.getAsJsonObject("options").addProperty("steps", 11);
        Json.write(recipe.resolve(Recipe.FILE), json);
        assertThatThrownBy(() -> Recipe.take(recipe, out, Progress.none()))
                .isInstanceOf(InputException.class).hasMessageContaining("is of another recipe");
        assertThat(out).doesNotExist();
    }

    @Test
    void aResultOfAnotherShapeIsRefused() throws Exception {
        Path recipe = llama();
        Path result = result(recipe);
        Files.copy(FamilyModels.folder("llama").resolve("model.safetensors"), result.resolve("model.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Recipe.take(recipe, folder.resolve("out"), Progress.none()))
                .isInstanceOf(InputException.class).hasMessageMatching("(?s).*(is of shape|has no ).*");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whatOtherProgramsCannotDoIsRefused() throws Exception {
        TrainOptions options = options(TrainPlan.FULL);
        Path text = TestModels.resource(RESOURCES + "recipe.txt");
        List<TrainOptions> refused = List.of(
                options.withRegularisation(new Regularisation(0, 0.1, 0, 0)), options.withAverage(5), options.withPlan(TrainPlan.LORA), options.withPlan(TrainPlan.STAGED), options.withHeldOut(new HeldOut(text, false, 5, 0)));
        for (TrainOptions each : refused) {
            assertThatThrownBy(() -> export(request(TestModels.stories(), each, "recipe"))).isInstanceOf(UsageException.class);
        }
        TrainStart hydra = new TrainStart.Hydra(SmallModels.hydra(folder), null, null, Directions.BOTH);
        TrainRequest bitext = new TrainRequest(hydra, List.of(text), options, folder.resolve("recipe"), false, TestModels.options());
        assertThatThrownBy(() -> export(bitext)).isInstanceOf(UsageException.class).hasMessageContaining("Hydra");
        assertThat(folder.resolve("recipe")).doesNotExist();
    }
}
