package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.train.LearningRate.Decay;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of every earlier version are gone on with; see the README beside each. */
class OldCheckpointTest {

    private static final Path FILES = version(0);

    private static Path version(int number) {
        return TestModels.resource("/org/hydraworkbench/train/checkpoint-version-" + number);
    }

    @TempDir
    private Path folder = Path.of("");

    private Path out = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        out = copy(version(0).resolve("out"), folder.resolve("out"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private List<Double> resume() throws HydraException {
        return resume(out);
    }

    private List<Double> resume(Path begun) throws HydraException {
        TrainOptions options = TrainOptions.defaults()
                .withPlan(TrainPlan.OUTER_LAYERS)
                .withSteps(6)
                .withBatch(2, 16)
                .withSeed(5)
                .withRate(new LearningRate(2e-2, 0, Decay.LINEAR));
        // The weights come from the checkpoint, which is a model of the same shape.
        TrainStart start = new TrainStart.Model(FILES.resolve("out/checkpoints/step-00000003"));
        List<Double> losses = new ArrayList<>();
        Trainer.run(
                TestModels.runtime(),
                TrainerTest.request(start, FILES.resolve("text.txt"), options, begun, true),
                new Stop(),
                metrics -> losses.add(metrics.loss()),
                Progress.none());
        return losses;
    }

    @Test
    void theRunGoesOnWithTheLossesItWouldHaveHad() throws HydraException, IOException {
        assertAsUninterrupted(3, resume());
        assertAsUninterrupted(4, resume(copy(version(1).resolve("out"), folder.resolve("one"))));
        assertAsUninterrupted(5, resume(copy(version(3).resolve("out"), folder.resolve("three"))));
    }

    private static void assertAsUninterrupted(int done, List<Double> losses) throws IOException {
        List<Double> all = JsonParser.parseString(Files.readString(FILES.resolve("losses.json"))).getAsJsonArray().asList().stream()
                .map(loss -> loss.getAsDouble())
                .toList();
        assertThat(losses)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1)
                .isEqualTo(all.subList(done, 6));
    }

    @Test
    void itsNextCheckpointNamesTheMomentsByTheirParameters() throws HydraException {
        resume();
        Path latest = Checkpoints.open(out, true).latest().orElseThrow();
        assertThat(TrainingState.read(latest).version()).isEqualTo(4);
        try (SafetensorsFile moments = SafetensorsFile.open(latest.resolve(TrainingState.MOMENTS))) {
            assertThat(moments.names())
                    .contains("first.lm_head.weight", "second.model.layers.4.mlp.gate_proj.weight")
                    // The third of five layers and the last norm are not trained by this plan.
                    .noneMatch(name -> name.contains("layers.2.") || name.contains("model.norm"))
                    .hasSize(2 * (2 + 4 * 9));
        }
    }

    @Test
    void aCheckpointOfANewerProgramIsRefusedInASentence() throws IOException {
        rewrite("{", "{\"version\": 5,");
        assertThatThrownBy(this::resume)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(TrainingState.FILE)
                .hasMessageContaining("newer version");
    }

    @Test
    void aCheckpointThatDoesNotSayHowFarItWasIsRefused() throws IOException {
        rewrite("\"step\": 3,", "");
        assertThatThrownBy(this::resume).isInstanceOf(InputException.class).hasMessageContaining("step: is missing");
    }

    private void rewrite(String what, String with) throws IOException {
        Path state = out.resolve("checkpoints/step-00000003").resolve(TrainingState.FILE);
        Files.writeString(state, Files.readString(state).replace(what, with));
    }
}
