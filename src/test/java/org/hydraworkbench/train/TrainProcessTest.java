package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child process: metrics, cancelling, errors, and that a killed run goes on as if nothing had happened. */
class TrainProcessTest {

    private static final int MANY = 100_000;

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");

    @BeforeAll
    static void requireAClassPathToPassOn() {
        Assumptions.assumeTrue(
                ClassLoader.getSystemResource("org/hydraworkbench/cli/Main.class") != null,
                "the tests run in a class loader of their own, which a child process would not have");
    }

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(folder.resolve("text.txt"), "The dog saw a cat by the sea. It was a big cat.\n".repeat(40));
    }

    @Test
    void metricsOfEveryStepArriveAndTheModelIsWritten() throws HydraException {
        Path out = folder.resolve("out");
        List<Long> steps = new ArrayList<>();
        TrainProcess.run(arguments(3, out), 30, metrics -> steps.add(metrics.step()), Progress.none());
        assertThat(steps).containsExactly(1L, 2L, 3L);
        assertThat(out.resolve("model.safetensors")).isRegularFile();
    }

    @Test
    void cancellingStopsTheChildWithACheckpoint() {
        Path out = folder.resolve("out");
        Watching progress = new Watching();
        assertThatThrownBy(() -> TrainProcess.run(
                        arguments(MANY, out), 60, metrics -> progress.cancelled |= metrics.step() >= 3, progress))
                .isInstanceOf(CancelledException.class);
        assertThat(out.resolve("checkpoints/latest")).isRegularFile();
        assertThat(out.resolve("model.safetensors")).doesNotExist();
    }

    @Test
    void anErrorOfTheChildIsOurs() {
        List<String> arguments = new ArrayList<>(arguments(3, folder.resolve("out")));
        arguments.set(1, folder.resolve("nowhere").toString());
        assertThatThrownBy(() -> TrainProcess.run(arguments, 30, metrics -> {}, Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aRunThatDivergedIsNoWrongUse() {
        List<String> arguments = new ArrayList<>(arguments(20, folder.resolve("out")));
        arguments.set(arguments.indexOf("--lr") + 1, "1e30");
        assertThatThrownBy(() -> TrainProcess.run(arguments, 30, metrics -> {}, Progress.none()))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith("Training diverged: at step ")
                .hasMessageContaining("--lr");
    }

    @Test
    void aKilledRunGoesOnFromItsLastCheckpointWithTheSameLosses() throws HydraException, IOException {
        Path out = folder.resolve("killed");
        Process child = new ProcessBuilder(TrainProcess.command(arguments(MANY, out)))
                .redirectErrorStream(true)
                .start();
        killAfterACheckpoint(child, out);
        long reached = TrainingState.read(Checkpoints.open(out, true).latest().orElseThrow()).step();
        int steps = (int) reached + 5;
        Map<Long, Double> after = losses(out, true, steps);
        Map<Long, Double> uninterrupted = losses(folder.resolve("whole"), false, steps);
        assertThat(after).hasSize(5);
        after.forEach((step, loss) -> assertThat(loss).as("step %d", step).isEqualTo(uninterrupted.get(step)));
    }

    /** Reads on until there is a checkpoint and two steps more, then kills: no hook runs, nothing is flushed. */
    private static void killAfterACheckpoint(Process child, Path out) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int after = 0;
            for (String line = lines.readLine(); line != null && after < 2; line = lines.readLine()) {
                Optional<Metrics> metrics = Metrics.parse(line);
                if (metrics.isPresent() && Files.exists(out.resolve("checkpoints/latest"))) {
                    after++;
                }
            }
            assertThat(after).as("steps after a checkpoint").isEqualTo(2);
        } finally {
            child.destroyForcibly();
        }
    }

    private Map<Long, Double> losses(Path out, boolean resume, int steps) throws HydraException {
        TrainRequest request = new TrainRequest(
                new TrainStart.Model(TestModels.stories()),
                List.of(text),
                TrainerTest.options(steps).withBatch(4, 64),
                out,
                resume);
        Map<Long, Double> losses = new TreeMap<>();
        Trainer.run(TestModels.runtime(), request, metrics -> losses.put(metrics.step(), metrics.loss()), Progress.none());
        return losses;
    }

    /** The same run as that of {@link #losses}, with a checkpoint every second. */
    private List<String> arguments(int steps, Path out) {
        return List.of(
                "--model", TestModels.stories().toString(),
                "--text", text.toString(),
                "--plan", "full",
                "--steps", "" + steps,
                "--batch", "4",
                "--length", "64",
                "--lr", "1e-3",
                "--warmup", "0",
                "--schedule", "constant",
                "--seed", "3",
                "--threads", "1",
                "--checkpoint-seconds", "1",
                "--out", out.toString());
    }

    private static final class Watching implements Progress {
        private volatile boolean cancelled;

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String message) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
